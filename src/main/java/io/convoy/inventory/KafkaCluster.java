package io.convoy.inventory;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A Kafka cluster; where nobody has said who keeps its metadata, {@code metadata} is empty. */
public record KafkaCluster(
        ClusterProfile profile,
        List<Datacenter> datacenters,
        Optional<Access> access,
        Optional<Target> target,
        Optional<KafkaMetadata> metadata)
        implements Cluster {

    public KafkaCluster {
        datacenters = List.copyOf(datacenters);
        Consistency.check(profile.name(), datacenters, target);
    }

    @Override
    public Kind kind() {
        return Kind.KAFKA;
    }

    @Override
    public <T> T match(Function<CassandraCluster, T> cassandra, Function<KafkaCluster, T> kafka) {
        return kafka.apply(this);
    }
}
