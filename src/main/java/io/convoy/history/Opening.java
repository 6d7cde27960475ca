package io.convoy.history;

import java.time.Instant;

/** A stretch of time, its end not included. */
record Opening(Instant from, Instant to) {

    boolean holds(Instant at) {
        return !at.isBefore(from) && at.isBefore(to);
    }
}
