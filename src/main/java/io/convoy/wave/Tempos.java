package io.convoy.wave;

import io.convoy.execution.RunReport.StepReport;
import io.convoy.execution.RunState;
import io.convoy.execution.Runs;
import io.convoy.simulation.Tempo;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** How long finished steps have taken, against what their plans had expected. Learned anew once a minute, when it is asked for. */
@ApplicationScoped
class Tempos {

    /** So many of the newest runs that have ended tell how fast this fleet moves. */
    private static final int LEARNED_FROM = 20;

    private static final Duration KEPT = Duration.ofMinutes(1);

    private final Runs runs;
    private final Clock clock;
    private volatile Known known = new Known(Tempo.AS_EXPECTED, Instant.MIN);

    private record Known(Tempo tempo, Instant until) {}

    Tempos(Runs runs, Clock clock) {
        this.runs = runs;
        this.clock = clock;
    }

    /** Joins the caller's transaction. */
    Tempo present() {
        Instant now = clock.instant();
        Known last = known;
        if (now.isBefore(last.until())) {
            return last.tempo();
        }
        Known learned = new Known(learned(), now.plus(KEPT));
        known = learned;
        return learned.tempo();
    }

    private Tempo learned() {
        List<StepReport> steps = runs.succeeded(LEARNED_FROM).stream()
                .flatMap(run -> runs.report(run.id()).steps().stream())
                .toList();
        return Tempo.learned(
                steps.stream().flatMap(Tempos::ratios).toList(),
                steps.stream()
                        .filter(step -> !step.planned().apply().interruptible())
                        .flatMap(Tempos::ratios)
                        .toList());
    }

    private static Stream<Double> ratios(StepReport step) {
        double expected = step.planned().expected().toMillis();
        return step.attempts().stream()
                .filter(attempt -> expected > 0
                        && attempt.direction() == RunState.Direction.FORWARD
                        && attempt.endedAt().isPresent())
                .map(attempt ->
                        Duration.between(attempt.startedAt(), attempt.endedAt().orElseThrow())
                                        .toMillis()
                                / expected);
    }
}
