package io.convoy.program;

import java.util.Optional;

/**
 * How many clusters may fail before no more are started: those that need attention or were rolled back.
 *
 * @param count so many are borne
 * @param share so large a part is borne, from 0 to 1; with both, the smaller one counts
 */
public record Failures(Optional<Integer> count, Optional<Double> share) {

    /** How many of so many clusters are borne. */
    long borne(int clusters) {
        long byCount = count.map(Integer::longValue).orElse(Long.MAX_VALUE);
        long byShare = share.map(part -> (long) Math.floor(part * clusters)).orElse(Long.MAX_VALUE);
        return Math.min(byCount, byShare);
    }
}
