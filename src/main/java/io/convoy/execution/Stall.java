package io.convoy.execution;

import io.convoy.plan.PlannedStep;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Tells work that goes slowly from work that does not go: only of steps whose progress is measured. Pure. */
final class Stall {

    /** Shorter pauses are nothing unusual: a compaction, a restart, a throttle. */
    private static final Duration SHORTEST = Duration.ofMinutes(5);

    /** Of what the step is expected to take, so much must show some progress. */
    private static final int PARTS = 10;

    private Stall() {}

    /** For how long the attempt has stood still, where that is longer than such a step should. */
    static Optional<Duration> of(PlannedStep planned, Attempt attempt, Instant now) {
        boolean measured = attempt.progress()
                .filter(progress -> progress.fraction().isPresent())
                .isPresent();
        Duration still = Duration.between(attempt.movedAt(), now);
        return measured && still.compareTo(patience(planned)) > 0 ? Optional.of(still) : Optional.empty();
    }

    static Duration patience(PlannedStep planned) {
        Duration part = planned.expected().dividedBy(PARTS);
        return part.compareTo(SHORTEST) < 0 ? SHORTEST : part;
    }
}
