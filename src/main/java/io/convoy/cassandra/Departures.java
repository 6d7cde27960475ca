package io.convoy.cassandra;

import io.convoy.execution.Outcome;
import io.convoy.execution.Progress;
import java.time.Duration;
import java.util.Map;

/** How handlers wait for a departure: from the second look of an attempt on, a failure is told instead of tried again. */
final class Departures {

    private Departures() {}

    static Outcome waiting(String words, Duration again) {
        return new Outcome.Waiting(Progress.unmeasured(words), again, Map.of("begun", "true"));
    }
}
