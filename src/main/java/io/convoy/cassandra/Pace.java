package io.convoy.cassandra;

import io.convoy.base.ByteSize;
import java.time.Duration;

/**
 * How fast a cluster is expected to work, so that plans can say how long they take. Sizes are rounded up to powers of two
 * before, so that a cluster in use has the same plan today and tomorrow.
 *
 * @param streamed bytes that one node receives in a second while it rebuilds
 * @param compared bytes of which one node builds Merkle trees in a second, for a repair or a verification
 * @param schemaChange one change of schema, until every node agrees
 * @param nodeStart one node's way from an order to a running process
 * @param nodeJoin one node's way into the ring
 * @param nodeLeave one node's way out of the ring when no keyspace needs it any more
 */
record Pace(
        ByteSize streamed,
        ByteSize compared,
        Duration schemaChange,
        Duration nodeStart,
        Duration nodeJoin,
        Duration nodeLeave) {

    /**
     * Streaming at Cassandra's own default between datacenters (24 MiB/s, {@code inter_dc_stream_throughput_outbound}); the rest
     * as measured on small nodes, rounded up.
     */
    static final Pace USUAL = new Pace(
            ByteSize.parse("24MiB"),
            ByteSize.parse("32MiB"),
            Duration.ofSeconds(5),
            Duration.ofMinutes(2),
            Duration.ofSeconds(30),
            Duration.ofMinutes(1));

    private static final Duration SHORTEST_REBUILD = Duration.ofSeconds(10);
    private static final Duration SHORTEST_COMPARISON = Duration.ofSeconds(30);

    /** All nodes of the target, so many of them at a time. */
    Duration rebuild(Move move) {
        int nodes = move.target().nodeCount();
        long perNode = dividedUp(move.data().bytes(), nodes);
        Duration one = longer(SHORTEST_REBUILD, seconds(perNode, streamed));
        return rounded(one.multipliedBy(dividedUp(nodes, move.rebuildConcurrency())));
    }

    /** Merkle trees of everything that the source holds, built by its nodes at the same time. */
    Duration comparison(Move move) {
        long perNode =
                dividedUp(move.data().bytes(), Math.max(1, move.sourceNodes().size()));
        return rounded(longer(SHORTEST_COMPARISON, seconds(perNode, compared)));
    }

    /** A repair of a keyspace that holds next to nothing, such as system_auth. */
    Duration smallRepair() {
        return SHORTEST_COMPARISON.multipliedBy(2);
    }

    /** From the first change of replication until the target is verified: how long a deletion may stay unseen by a replica. */
    Duration catchUp(Move move) {
        return schemaChange
                .multipliedBy(move.keyspaces().size())
                .plus(smallRepair())
                .plus(rebuild(move))
                .plus(comparison(move));
    }

    private static Duration seconds(long bytes, ByteSize perSecond) {
        return Duration.ofSeconds(dividedUp(bytes, perSecond.bytes()));
    }

    private static long dividedUp(long amount, long by) {
        return (amount + by - 1) / by;
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? other : one;
    }

    private static Duration rounded(Duration duration) {
        long minutes = dividedUp(duration.toSeconds(), 60);
        return minutes < 60 ? duration : Duration.ofMinutes(minutes);
    }
}
