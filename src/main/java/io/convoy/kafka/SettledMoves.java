package io.convoy.kafka;

import io.convoy.base.RunId;

/** Where each partition of a run comes from and goes to: decided once, kept for whoever goes on, and for the way back. */
interface SettledMoves {

    /** What was kept for a run; {@link Settled#NOTHING} where nothing was. */
    Settled of(RunId run);

    void keep(RunId run, Settled settled);
}
