package io.convoy.cassandra;

import java.util.List;
import java.util.Optional;

/** One call of {@code rebuild}: a node streams these ranges of one keyspace from one other node. */
record RebuildCall(String target, String keyspace, String source, List<TokenRange> ranges) {

    RebuildCall {
        ranges = List.copyOf(ranges);
    }

    /** What is left of it once another has been made; empty when that is nothing. */
    Optional<RebuildCall> without(RebuildCall made) {
        if (!keyspace.equals(made.keyspace) || !source.equals(made.source)) {
            return Optional.of(this);
        }
        List<TokenRange> left =
                ranges.stream().filter(range -> !made.ranges.contains(range)).toList();
        return left.isEmpty() ? Optional.empty() : Optional.of(new RebuildCall(target, keyspace, source, left));
    }

    @Override
    public String toString() {
        return ranges.size() + " ranges of " + keyspace + " from " + source;
    }
}
