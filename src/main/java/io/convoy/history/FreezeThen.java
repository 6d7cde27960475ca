package io.convoy.history;

import java.time.Instant;

/** A freeze of the program's document. */
record FreezeThen(String name, SelectorThen select, Opening span) {

    boolean touches(Instant from, Instant to) {
        return span.holds(from) || (!span.from().isBefore(from) && span.from().isBefore(to));
    }
}
