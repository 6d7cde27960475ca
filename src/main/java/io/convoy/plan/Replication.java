package io.convoy.plan;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * How a Cassandra keyspace is replicated.
 *
 * @param strategy the simple class name, {@code NetworkTopologyStrategy} or {@code SimpleStrategy}
 * @param factors replicas per datacenter; for SimpleStrategy the one key {@code replication_factor}
 */
public record Replication(String strategy, Map<String, Integer> factors) {

    public static final String NETWORK_TOPOLOGY = "NetworkTopologyStrategy";
    public static final String SIMPLE = "SimpleStrategy";

    public Replication {
        factors = Collections.unmodifiableMap(new TreeMap<>(factors));
    }

    public static Replication perDatacenter(Map<String, Integer> factors) {
        return new Replication(NETWORK_TOPOLOGY, factors);
    }

    public boolean isPerDatacenter() {
        return strategy.equals(NETWORK_TOPOLOGY);
    }

    /** Replicas in one datacenter; 0 where it has none. */
    public int in(String datacenter) {
        return isPerDatacenter() ? factors.getOrDefault(datacenter, 0) : 0;
    }

    public Replication with(String datacenter, int replicas) {
        Map<String, Integer> changed = new TreeMap<>(factors);
        changed.put(datacenter, replicas);
        return new Replication(strategy, changed);
    }

    public Replication without(String datacenter) {
        Map<String, Integer> changed = new TreeMap<>(factors);
        changed.remove(datacenter);
        return new Replication(strategy, changed);
    }

    @Override
    public String toString() {
        return strategy + factors;
    }
}
