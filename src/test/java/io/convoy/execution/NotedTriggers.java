package io.convoy.execution;

import io.convoy.base.RunId;
import java.time.Instant;
import java.util.Optional;

/** Notes when the one run of a test is to be looked at next. */
final class NotedTriggers implements RunTriggers {

    Optional<Instant> next = Optional.empty();

    @Override
    public void next(RunId run, Instant at) {
        next = Optional.of(at);
    }

    @Override
    public void nudge(RunId run) {
        // The run's own trigger stands and is enough here.
    }

    @Override
    public void rest(RunId run) {
        next = Optional.empty();
    }

    @Override
    public boolean stands(Turn turn) {
        return true;
    }

    @Override
    public void remind() {
        throw new UnsupportedOperationException("Only the keeper reminds");
    }

    @Override
    public void remove(RunId run) {
        next = Optional.empty();
    }
}
