package io.convoy.program;

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

    boolean hasFailed() {
        return needsAttention || phase == Phase.ROLLED_BACK;
    }
}
