package io.convoy.lab;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A keyspace that the lab makes, with how often its data is kept in each datacenter. */
public sealed interface KeyspaceLayout {

    String name();

    /** In {@code CREATE KEYSPACE}'s own words. */
    String replication();

    /** Copies of each row in the whole cluster. */
    int copies();

    default String createStatement() {
        return "CREATE KEYSPACE IF NOT EXISTS " + name() + " WITH replication = " + replication();
    }

    static KeyspaceLayout inDatacenter(String name, String datacenter, int replicationFactor) {
        return new NetworkTopology(name, Map.of(datacenter, replicationFactor));
    }

    /** Replication factors by datacenter. */
    record NetworkTopology(String name, Map<String, Integer> replicationFactors) implements KeyspaceLayout {

        public NetworkTopology {
            replicationFactors = java.util.Collections.unmodifiableMap(new TreeMap<>(replicationFactors));
        }

        @Override
        public String replication() {
            return replicationFactors.entrySet().stream()
                    .map(entry -> ", '" + entry.getKey() + "': " + entry.getValue())
                    .collect(Collectors.joining("", "{'class': 'NetworkTopologyStrategy'", "}"));
        }

        @Override
        public int copies() {
            return replicationFactors.values().stream()
                    .mapToInt(Integer::intValue)
                    .sum();
        }
    }

    /** One that knows no datacenters, as old clusters still have. */
    record Simple(String name, int replicationFactor) implements KeyspaceLayout {

        @Override
        public String replication() {
            return "{'class': 'SimpleStrategy', 'replication_factor': " + replicationFactor + "}";
        }

        @Override
        public int copies() {
            return replicationFactor;
        }
    }
}
