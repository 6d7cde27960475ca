package io.convoy.execution;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** What a handler found after it looked, acted and looked again. */
public sealed interface Outcome {

    /**
     * The cluster is in the state that the step names.
     *
     * @param evidence what was seen, in words that an auditor can read
     */
    record Done(List<String> evidence) implements Outcome {
        public Done {
            evidence = List.copyOf(evidence);
        }
    }

    /**
     * Something long is under way on the cluster itself, or a condition is not met yet.
     *
     * @param memory what the handler wants to be told when it is called again, replacing what it was told this time
     */
    record Waiting(Progress progress, Duration checkAgainAfter, Map<String, String> memory) implements Outcome {
        public Waiting {
            memory = Map.copyOf(memory);
        }
    }

    /** Only a person can help: a gate that waits for its answer, a preflight that found a blocker. Asked again meanwhile. */
    record Blocked(String reason, Duration checkAgainAfter) implements Outcome {}

    /**
     * The attempt failed.
     *
     * @param reason only its first line is logged: what a stranger said belongs on another
     * @param retryable whether another attempt may succeed
     */
    record Failed(String reason, boolean retryable) implements Outcome {}

    static Outcome done(String... evidence) {
        return new Done(List.of(evidence));
    }

    static Outcome waiting(String detail, Duration checkAgainAfter) {
        return new Waiting(Progress.unmeasured(detail), checkAgainAfter, Map.of());
    }

    static Outcome retry(String reason) {
        return new Failed(reason, true);
    }

    static Outcome giveUp(String reason) {
        return new Failed(reason, false);
    }
}
