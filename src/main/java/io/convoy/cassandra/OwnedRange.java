package io.convoy.cassandra;

import java.util.List;

/** A range of a keyspace with all nodes that hold a replica of it, in ring order. */
record OwnedRange(TokenRange range, List<String> replicas) {

    OwnedRange {
        replicas = List.copyOf(replicas);
    }
}
