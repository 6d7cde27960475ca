package io.convoy.execution;

import io.convoy.base.RunId;
import java.time.Instant;

/** When a run is next looked at. Joins the caller's transaction: no turn without its state, no state without its turn. */
interface RunTriggers {

    /** Ends the look that is under way, and arranges the next one. */
    void next(RunId run, Instant at);

    /** One more look now, also when one is under way already. */
    void nudge(RunId run);

    /** Ends the look that is under way; no other is needed until somebody asks for it. */
    void rest(RunId run);

    /** The run needs no more looks. */
    void remove(RunId run);

    /** Whether nobody has taken the run since this turn began; nobody can until the transaction ends. */
    boolean stands(Turn turn);

    /** Arranges a look at every driven run for which none is arranged. */
    void remind();
}
