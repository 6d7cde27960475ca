package io.convoy.inventory;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A Cassandra cluster. */
public record CassandraCluster(
        ClusterProfile profile, List<Datacenter> datacenters, Optional<Access> access, Optional<Target> target)
        implements Cluster {

    public CassandraCluster {
        datacenters = List.copyOf(datacenters);
        Consistency.check(profile.name(), datacenters, target);
    }

    @Override
    public Kind kind() {
        return Kind.CASSANDRA;
    }

    @Override
    public <T> T match(Function<CassandraCluster, T> cassandra, Function<KafkaCluster, T> kafka) {
        return cassandra.apply(this);
    }
}
