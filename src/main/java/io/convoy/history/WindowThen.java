package io.convoy.history;

import java.time.Instant;
import java.util.Optional;

/** A change window of the program's document: for which clusters, and its opening at an instant. */
record WindowThen(SelectorThen select, Schedule schedule) {

    /** When it opens. */
    interface Schedule {
        /** The opening that holds the instant; the one that ends last, where there are several. */
        Optional<Opening> at(Instant instant);
    }
}
