package io.convoy.execution;

import io.convoy.base.RunId;
import java.time.Instant;

/** When a run is next looked at. Joins the caller's transaction: no trigger without its state, no state without its trigger. */
interface RunTriggers {

    /** Replaces the run's own trigger. */
    void next(RunId run, Instant at);

    /** One more look now, beside the run's own trigger. */
    void nudge(RunId run);

    /** Whether any look at the run is arranged or under way. */
    boolean exists(RunId run);

    /** The run needs no more looks. */
    void remove(RunId run);
}
