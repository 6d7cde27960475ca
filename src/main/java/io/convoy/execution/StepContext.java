package io.convoy.execution;

import io.convoy.base.RunId;
import io.convoy.base.StepId;
import io.convoy.inventory.Cluster;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What a handler is told each time it is called.
 *
 * @param direction whether the step is taken, or its undo
 * @param attempt one-based; a new one after each failure
 * @param now the time of this call
 * @param attemptStarted when this attempt was begun
 * @param memory what the handler asked to be told by its last {@link Outcome.Waiting} of this attempt; empty at first
 * @param confirmation the comment with which somebody answered this step's gate
 */
public record StepContext(
        RunId run,
        StepId step,
        RunState.Direction direction,
        Cluster cluster,
        int attempt,
        Instant now,
        Instant attemptStarted,
        Map<String, String> memory,
        Optional<String> confirmation) {

    public StepContext {
        memory = Map.copyOf(memory);
    }
}
