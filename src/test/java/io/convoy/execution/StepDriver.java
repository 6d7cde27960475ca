package io.convoy.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.convoy.base.RunId;
import io.convoy.base.StepId;
import io.convoy.inventory.Cluster;
import io.convoy.plan.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/** Has handlers carry out single steps on a real cluster, as the runner would, without a server. */
public final class StepDriver {

    public static final RunId RUN = new RunId(new UUID(0, 1));

    private final Cluster cluster;
    private final Patience patience;
    private final Predicate<RuntimeException> endsAttempt;
    private Map<String, String> memory = Map.of();
    private Outcome last = Outcome.waiting("not begun", Duration.ZERO);

    /** @param endsAttempt which exceptions are, as for the runner, the end of an attempt only; others end the test */
    public StepDriver(Cluster cluster, Patience patience, Predicate<RuntimeException> endsAttempt) {
        this.cluster = cluster;
        this.patience = patience;
        this.endsAttempt = endsAttempt;
    }

    /**
     * How long a step may take here.
     *
     * @param mostPause between two calls of a handler, even if it asks for a longer one
     */
    public record Patience(Duration limit, Duration mostPause) {}

    /** Until it is done; fails at any other end. */
    public <S extends Step> List<String> complete(StepHandler<S> handler, S step) {
        // As the runner does, it asks again while something is in the way.
        Outcome end =
                until(handler, step, outcome -> outcome instanceof Outcome.Done || outcome instanceof Outcome.Failed);
        if (end instanceof Outcome.Done done) {
            return done.evidence();
        }
        throw new AssertionError(step + " ended with " + end);
    }

    /** Begins a new attempt and calls the handler until its outcome is as wished. */
    public <S extends Step> Outcome until(StepHandler<S> handler, S step, Predicate<Outcome> wish) {
        beginAttempt();
        return goOn(handler, step, wish);
    }

    /** As {@link #until}, in the same attempt. */
    public <S extends Step> Outcome goOn(StepHandler<S> handler, S step, Predicate<Outcome> wish) {
        await().atMost(patience.limit())
                .pollInSameThread()
                .pollDelay(Duration.ZERO)
                .pollInterval((count, previous) -> pause())
                .untilAsserted(
                        () -> assertThat(call(handler, step)).as("%s", step).matches(wish));
        return last;
    }

    /** What handlers asked to be told is forgotten. */
    public void beginAttempt() {
        memory = Map.of();
    }

    private <S extends Step> Outcome call(StepHandler<S> handler, S step) {
        Instant now = Instant.now();
        StepContext context = new StepContext(
                RUN, new StepId("step"), RunState.Direction.FORWARD, cluster, 1, now, now, memory, Optional.empty());
        try {
            last = handler.advance(step, context);
        } catch (RuntimeException e) {
            if (!endsAttempt.test(e)) {
                throw e;
            }
            last = Outcome.waiting(String.valueOf(e.getMessage()), Duration.ofSeconds(1));
        }
        memory = last instanceof Outcome.Waiting waiting ? waiting.memory() : memory;
        return last;
    }

    private Duration pause() {
        return wished().compareTo(patience.mostPause()) < 0 ? wished() : patience.mostPause();
    }

    private Duration wished() {
        if (last instanceof Outcome.Waiting waiting) {
            return waiting.checkAgainAfter();
        }
        return last instanceof Outcome.Blocked blocked ? blocked.checkAgainAfter() : patience.mostPause();
    }
}
