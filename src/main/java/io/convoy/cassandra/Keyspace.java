package io.convoy.cassandra;

import io.convoy.plan.Replication;
import java.util.List;

/** A replicated keyspace; those with LocalStrategy, which every node has to itself, are never among them. */
record Keyspace(String name, Replication replication, List<Table> tables) {

    /**
     * One table.
     *
     * @param gcGraceSeconds how long its tombstones are kept
     */
    record Table(String name, long gcGraceSeconds) {}

    Keyspace {
        tables = List.copyOf(tables);
    }

    boolean isSystem() {
        return name.startsWith("system_");
    }
}
