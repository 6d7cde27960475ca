package io.convoy.inventory;

import io.convoy.base.ClusterName;
import io.convoy.base.SecretReference;
import io.convoy.inventory.Item.Scalar;
import io.convoy.inventory.KafkaMetadata.Mode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads who keeps a Kafka cluster's metadata. */
final class KafkaMetadataBinder {

    private static final List<String> KEYS = List.of("mode", "servers", "chroot", "sharedWith", "credentials");
    private static final List<String> ZOOKEEPER_KEYS = List.of("servers", "chroot", "sharedWith", "credentials");

    private final Problems problems;
    private final Sharing sharing;

    KafkaMetadataBinder(Problems problems, Sharing sharing) {
        this.problems = problems;
        this.sharing = sharing;
    }

    /** Reads it; what a cluster without a valid name says of others is not compared with what they say. */
    Optional<KafkaMetadata> bind(Item item, Optional<ClusterName> cluster) {
        return Fields.of(item, problems, KEYS).flatMap(fields -> {
            Optional<Mode> mode = fields.required("mode", text -> Words.oneOf(Mode.class, "a mode of metadata", text));
            mode.ifPresent(given -> checkKeys(given, fields));
            List<Endpoint> servers = new AccessBinder(problems).endpoints(fields, "servers");
            Optional<String> chroot = fields.optional("chroot", KafkaMetadata::checkedChroot);
            List<ClusterName> sharedWith = sharedWith(fields, cluster);
            Optional<SecretReference> credentials = fields.optional("credentials", SecretReference::new);
            cluster.ifPresent(name -> chroot.ifPresent(path -> sharing.chroot(name, path)));
            return fields.sound()
                    ? mode.map(given -> new KafkaMetadata(given, servers, chroot, sharedWith, credentials))
                    : Optional.empty();
        });
    }

    private void checkKeys(Mode mode, Fields fields) {
        switch (mode) {
            case ZOOKEEPER -> fields.requiredList("servers");
            case KRAFT ->
                ZOOKEEPER_KEYS.forEach(key -> fields.item(key)
                        .ifPresent(item -> problems.add(
                                item.place(), "'" + key + "' is for mode zookeeper: remove it, or correct the mode")));
        }
    }

    private List<ClusterName> sharedWith(Fields fields, Optional<ClusterName> cluster) {
        List<ClusterName> others = new ArrayList<>();
        for (Item item : fields.list("sharedWith")) {
            Optional<ClusterName> other = clusterName(item);
            other.ifPresent(others::add);
            cluster.ifPresent(name -> other.ifPresent(it -> sharing.add(name, it, item.place())));
        }
        return others;
    }

    private Optional<ClusterName> clusterName(Item item) {
        if (item instanceof Scalar scalar) {
            return problems.attempt(
                    item.place(), () -> new ClusterName(scalar.text().strip()));
        }
        problems.add(item.place(), "Here stands " + item.description() + ": write a cluster's name");
        return Optional.empty();
    }
}
