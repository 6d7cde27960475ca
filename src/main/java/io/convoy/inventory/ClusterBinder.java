package io.convoy.inventory;

import io.convoy.base.ByteSize;
import io.convoy.base.ClusterName;
import java.util.List;
import java.util.Optional;

/** Reads one cluster from the tree. */
final class ClusterBinder {

    private static final List<String> KEYS = List.of(
            "name",
            "kind",
            "version",
            "environment",
            "tier",
            "owner",
            "labels",
            "dataSize",
            "datacenters",
            "access",
            "target",
            "metadata");

    /** Stands in for a missing name, so that the rest of the cluster is checked all the same. */
    private static final ClusterName UNNAMED = new ClusterName("unnamed");

    private final Problems problems;
    private final Defaults defaults;
    private final Sharing sharing;

    ClusterBinder(Problems problems, Defaults defaults, Sharing sharing) {
        this.problems = problems;
        this.defaults = defaults;
        this.sharing = sharing;
    }

    /** The cluster, or empty when anything in it is a problem. */
    Optional<Cluster> bind(Item item) {
        return Fields.of(item, problems, KEYS).flatMap(this::cluster);
    }

    private Optional<Cluster> cluster(Fields fields) {
        Optional<ClusterName> name = fields.required("name", ClusterName::new);
        Optional<Kind> kind = fields.required("kind", Kind::parse);
        Optional<ClusterProfile> profile = profile(fields, name, kind);
        Parts parts = parts(fields, name, kind);
        if (!fields.sound()) {
            return Optional.empty();
        }
        return problems.attempt(fields.place(), () -> parts.cluster(kind.orElseThrow(), profile.orElseThrow()));
    }

    private Optional<ClusterProfile> profile(Fields fields, Optional<ClusterName> name, Optional<Kind> kind) {
        Standing standing = new StandingBinder(problems, defaults).bind(fields);
        Optional<ByteSize> dataSize = fields.optional("dataSize", ByteSize::parse);
        Optional<String> version =
                kind.flatMap(known -> fields.required("version", defaults.version(known), Words::version));
        return name.flatMap(given -> version.map(it -> new ClusterProfile(given, it, standing, dataSize)));
    }

    private Parts parts(Fields fields, Optional<ClusterName> name, Optional<Kind> kind) {
        DatacenterBinder binder = new DatacenterBinder(problems, name.orElse(UNNAMED), defaults);
        List<Datacenter> datacenters = binder.present(fields.requiredList("datacenters"));
        return new Parts(
                datacenters,
                fields.item("access").flatMap(item -> new AccessBinder(problems).bind(item, kind)),
                fields.item("target").flatMap(item -> new TargetBinder(problems, binder).bind(item, kind)),
                fields.item("metadata").flatMap(item -> metadata(item, name, kind)));
    }

    private Optional<KafkaMetadata> metadata(Item item, Optional<ClusterName> name, Optional<Kind> kind) {
        if (kind.filter(Kind.CASSANDRA::equals).isPresent()) {
            problems.add(item.place(), "'metadata' is for Kafka clusters: remove it");
            return Optional.empty();
        }
        return new KafkaMetadataBinder(problems, sharing).bind(item, name);
    }

    private record Parts(
            List<Datacenter> datacenters,
            Optional<Access> access,
            Optional<Target> target,
            Optional<KafkaMetadata> metadata) {

        private Cluster cluster(Kind kind, ClusterProfile profile) {
            return switch (kind) {
                case CASSANDRA -> new CassandraCluster(profile, datacenters, access, target);
                case KAFKA -> new KafkaCluster(profile, datacenters, access, target, metadata);
            };
        }
    }
}
