package io.convoy.wave;

import io.convoy.execution.Run;
import io.convoy.execution.RunReport.StepReport;
import io.convoy.execution.RunState;
import io.convoy.execution.Runs;
import io.convoy.simulation.Tempo;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** How long finished steps have taken, against what their plans had expected. Learned anew once a minute, when it is asked for. */
@ApplicationScoped
class Tempos {

    /** So many of the newest runs that have ended tell how fast this fleet moves. */
    private static final int LEARNED_FROM = 20;

    private static final Logger LOG = Logger.getLogger(Tempos.class);

    private static final Duration KEPT = Duration.ofMinutes(1);

    private final Runs runs;
    private final Clock clock;
    private final ReentrantLock learning = new ReentrantLock();
    private volatile Known known = new Known(Tempo.AS_EXPECTED, Instant.MIN);

    private record Known(Tempo tempo, Instant until) {}

    Tempos(Runs runs, Clock clock) {
        this.runs = runs;
        this.clock = clock;
    }

    /** Whoever comes while another one learns goes on with what was known. */
    Tempo present() {
        if (!clock.instant().isBefore(known.until()) && learning.tryLock()) {
            try {
                known = new Known(learned(), clock.instant().plus(KEPT));
            } finally {
                learning.unlock();
            }
        }
        return known.tempo();
    }

    private Tempo learned() {
        List<StepReport> steps = QuarkusTransaction.requiringNew().call(() -> runs.succeeded(LEARNED_FROM)).stream()
                .flatMap(this::steps)
                .toList();
        return Tempo.learned(
                steps.stream().flatMap(Tempos::ratios).toList(),
                steps.stream()
                        .filter(step -> !step.planned().apply().interruptible())
                        .flatMap(Tempos::ratios)
                        .toList());
    }

    /** A run whose plan cannot be read any more teaches nothing, and keeps nobody from going on. */
    private Stream<StepReport> steps(Run run) {
        try {
            return QuarkusTransaction.requiringNew().call(() -> runs.report(run.id())).steps().stream();
        } catch (RuntimeException e) {
            LOG.debugf(e, "What the steps of run %s have taken cannot be read", run.id());
            return Stream.empty();
        }
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
