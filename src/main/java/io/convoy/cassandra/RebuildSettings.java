package io.convoy.cassandra;

import java.time.Duration;

/**
 * How rebuilds go.
 *
 * @param rangesPerCall how many ranges a node streams in one call: what is lost when a call fails
 * @param stall after how long without a byte somebody must look
 * @param budget how long one look may take
 * @param failures how many calls of one node may fail one after the other before the attempt is given up
 */
record RebuildSettings(int rangesPerCall, Duration stall, Duration budget, int failures) {

    static final RebuildSettings USUAL = new RebuildSettings(64, Duration.ofMinutes(10), Duration.ofSeconds(3), 8);
}
