package io.convoy.program;

import io.convoy.inventory.Cluster;
import io.convoy.inventory.Datacenter;
import io.convoy.inventory.KafkaCluster;
import io.convoy.inventory.KafkaMetadata;
import io.convoy.inventory.Target;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a cluster is in each dimension; in some it is several things, for example in two regions. */
public record Traits(Map<Dimension, Set<String>> values) {

    private static final String CUSTOMER_LABEL = "customer";

    public Traits {
        values = Map.copyOf(values);
    }

    /** Those of a cluster of the inventory, its datacenters to be included. */
    public static Traits of(Cluster cluster) {
        Map<Dimension, Set<String>> values = new TreeMap<>(java.util.Comparator.comparing(Dimension::word));
        put(values, Dimension.FLEET, Stream.of("fleet"));
        put(values, Dimension.KIND, Stream.of(lower(cluster.kind())));
        put(values, Dimension.ENVIRONMENT, Stream.of(lower(cluster.environment())));
        put(values, Dimension.TIER, Stream.of(cluster.tier()));
        put(values, Dimension.TEAM, cluster.owner().team().stream());
        put(values, Dimension.PROVIDER, places(cluster).map(Datacenter::provider));
        put(values, Dimension.REGION, places(cluster).map(Traits::region));
        put(values, Dimension.ZONE, places(cluster).flatMap(Traits::zones));
        put(values, Dimension.LINK, links(cluster));
        put(values, Dimension.ZOOKEEPER, zookeeper(cluster).stream());
        cluster.labels().forEach((name, value) -> put(values, Dimension.label(name), Stream.of(value)));
        put(values, Dimension.CUSTOMER, Optional.ofNullable(cluster.labels().get(CUSTOMER_LABEL)).stream());
        return new Traits(values);
    }

    public Set<String> in(Dimension dimension) {
        return values.getOrDefault(dimension, Set.of());
    }

    private static void put(Map<Dimension, Set<String>> values, Dimension dimension, Stream<String> these) {
        Set<String> all = these.collect(Collectors.toCollection(TreeSet::new));
        if (!all.isEmpty()) {
            values.put(dimension, all);
        }
    }

    private static String lower(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }

    private static Stream<Datacenter> places(Cluster cluster) {
        Stream<Datacenter> toBe = cluster.target().stream()
                .flatMap(target -> target.datacenters().stream())
                .map(Target.TargetDatacenter::datacenter);
        return Stream.concat(cluster.datacenters().stream(), toBe);
    }

    private static String region(Datacenter datacenter) {
        return datacenter.provider() + "/" + datacenter.region();
    }

    private static Stream<String> zones(Datacenter datacenter) {
        return datacenter.racks().stream().map(rack -> region(datacenter) + "/" + rack);
    }

    /** From each region that is left to the one that is moved to, where they differ. */
    private static Stream<String> links(Cluster cluster) {
        return cluster.target().stream()
                .flatMap(target -> target.datacenters().stream())
                .flatMap(made -> replaced(cluster, made)
                        .map(Traits::region)
                        .filter(from -> !from.equals(region(made.datacenter())))
                        .map(from -> from + " to " + region(made.datacenter())));
    }

    private static Stream<Datacenter> replaced(Cluster cluster, Target.TargetDatacenter made) {
        return made.replaces().isPresent()
                ? cluster.datacenter(made.replaces().get()).stream()
                : cluster.datacenters().stream();
    }

    /** The ensemble, so that all its clusters agree on its name whatever their chroots are. */
    private static Optional<String> zookeeper(Cluster cluster) {
        return cluster.match(cassandra -> Optional.<KafkaMetadata>empty(), KafkaCluster::metadata)
                .filter(metadata -> metadata.mode() == KafkaMetadata.Mode.ZOOKEEPER)
                .map(metadata -> metadata.servers().stream()
                        .map(Object::toString)
                        .sorted()
                        .collect(Collectors.joining(",")));
    }
}
