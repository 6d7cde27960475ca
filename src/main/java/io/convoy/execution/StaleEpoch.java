package io.convoy.execution;

import io.convoy.base.RunId;

/** A worker wanted to write to a run that somebody else has written to since: its write is refused. */
final class StaleEpoch extends RuntimeException {

    StaleEpoch(RunId run, long epoch) {
        super("Run " + run + " has moved on since epoch " + epoch + "; this worker's write is refused");
    }
}
