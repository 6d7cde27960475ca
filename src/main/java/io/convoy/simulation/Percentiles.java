package io.convoy.simulation;

import java.time.Instant;
import java.util.Arrays;

/** When something will have happened with a probability of 50, 80 and 90 %; {@link Instant#MAX} where it may never. */
public record Percentiles(Instant p50, Instant p80, Instant p90) {

    /** Of as many outcomes, in seconds since 1970; {@link Long#MAX_VALUE} for one that never came. */
    static Percentiles of(long[] seconds) {
        long[] sorted = seconds.clone();
        Arrays.sort(sorted);
        return new Percentiles(at(sorted, 50), at(sorted, 80), at(sorted, 90));
    }

    private static Instant at(long[] sorted, int percent) {
        long second = sorted[Math.max(0, (sorted.length * percent + 99) / 100 - 1)];
        return second == Long.MAX_VALUE ? Instant.MAX : Instant.ofEpochSecond(second);
    }
}
