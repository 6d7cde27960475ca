package io.convoy.program;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How far one cluster is.
 *
 * @param since when it got there
 * @param pastReturn whether it moves and has passed its point of no return; not looked for where no limit counts those
 * @param needsAttention whether it moves and cannot go on by itself
 * @param obstacle why its plan cannot be run as it is: none made, not approved; empty where it can
 */
public record Standing(
        Phase phase, Instant since, boolean pastReturn, boolean needsAttention, Optional<String> obstacle) {

    public static Standing of(Phase phase, Instant since) {
        return new Standing(phase, since, false, false, Optional.empty());
    }

    public static Standing waiting(Optional<String> obstacle) {
        return new Standing(Phase.NOT_STARTED, Instant.EPOCH, false, false, obstacle);
    }

    /** Until when a cluster that has moved is still watched; empty where that is over. */
    Optional<Instant> soaksUntil(Duration soak, Instant now) {
        // Nearly all of a program's have soaked long since, and this is asked of each at each look.
        if (since.getEpochSecond() + soak.toSeconds() < now.getEpochSecond() - 1) {
            return Optional.empty();
        }
        return Optional.of(since.plus(soak)).filter(now::isBefore);
    }

    boolean hasFailed() {
        return needsAttention || phase == Phase.ROLLED_BACK;
    }
}
