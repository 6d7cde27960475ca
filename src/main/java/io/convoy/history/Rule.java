package io.convoy.history;

import java.time.Instant;
import java.util.List;

/** One promise. */
interface Rule {

    /** For people and scripts: one word. */
    String name();

    /** How an act breaks it, with the past as it was before the act. */
    List<String> broken(Act act, Past past);

    /** What is left broken at the end of the history. */
    default List<Violation> leftOver(Past past, Instant asOf) {
        return List.of();
    }
}
