package io.convoy.cassandra;

import java.util.stream.Collectors;

/** Whether keyspaces still need a datacenter. */
final class DatacenterUse {

    // Cassandra keeps it there as long as the datacenter has active nodes.
    private static final String LAST_TO_GO = "system_auth";

    private DatacenterUse() {}

    /** The keyspaces that are replicated to it, but for the one that has to be; empty when there is none. */
    static String needed(String datacenter, CqlNode node) {
        return Schema.keyspaces(node).stream()
                .filter(keyspace -> !keyspace.name().equals(LAST_TO_GO))
                .filter(keyspace -> keyspace.replication().in(datacenter) > 0)
                .map(keyspace -> keyspace.name() + " " + keyspace.replication())
                .collect(Collectors.joining(", "));
    }
}
