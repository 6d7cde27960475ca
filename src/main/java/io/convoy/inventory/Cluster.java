package io.convoy.inventory;

import io.convoy.base.ByteSize;
import io.convoy.base.ClusterName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** One cluster as the inventory describes it: what stands where, whose it is and what shall become of it. */
public sealed interface Cluster permits CassandraCluster, KafkaCluster {

    ClusterProfile profile();

    Kind kind();

    /** Where its nodes stand today; at least one. */
    List<Datacenter> datacenters();

    Optional<Access> access();

    /** What it shall become; empty while nobody has said. */
    Optional<Target> target();

    /** The answer of the function for this cluster's kind. */
    <T> T match(Function<CassandraCluster, T> cassandra, Function<KafkaCluster, T> kafka);

    default ClusterName name() {
        return profile().name();
    }

    default String version() {
        return profile().version();
    }

    /** The data of all replicas together. */
    default Optional<ByteSize> dataSize() {
        return profile().dataSize();
    }

    default Environment environment() {
        return profile().standing().environment();
    }

    default String tier() {
        return profile().standing().tier();
    }

    default Owner owner() {
        return profile().standing().owner();
    }

    default Map<String, String> labels() {
        return profile().standing().labels();
    }

    default int nodeCount() {
        return datacenters().stream().mapToInt(Datacenter::nodeCount).sum();
    }

    default Optional<Datacenter> datacenter(String datacenterName) {
        return datacenters().stream()
                .filter(datacenter -> datacenter.name().equals(datacenterName))
                .findFirst();
    }
}
