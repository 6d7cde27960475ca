package io.convoy.execution;

import io.convoy.base.StepId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One attempt at one step: written as an intent before anything is done, completed by its outcome.
 *
 * @param number one-based among the attempts at this step in this direction
 * @param epoch the run's epoch when the handler was last called
 * @param result empty while it is under way
 * @param notes evidence of a success, or the reason of a failure
 */
public record Attempt(
        StepId step,
        RunState.Direction direction,
        int number,
        long epoch,
        Instant startedAt,
        Optional<Instant> endedAt,
        Optional<Result> result,
        List<String> notes,
        Optional<Progress> progress,
        Map<String, String> memory) {

    /** How an attempt ended. */
    public enum Result {
        DONE,
        FAILED
    }

    public Attempt {
        notes = List.copyOf(notes);
        memory = Map.copyOf(memory);
    }

    public boolean isOpen() {
        return result.isEmpty();
    }
}
