package io.convoy.history;

import java.util.Optional;

/** The attempts at one step of a run in one direction. */
final class Tries {

    private final String step;
    private final Way way;
    private long last;
    private boolean open;
    private Optional<String> doneBy = Optional.empty();

    Tries(String step, Way way) {
        this.step = step;
        this.way = way;
    }

    String step() {
        return step;
    }

    Way way() {
        return way;
    }

    /** The number of the last attempt; 0 before the first. */
    long last() {
        return last;
    }

    boolean isOpen() {
        return open;
    }

    Optional<String> doneBy() {
        return doneBy;
    }

    void begun(long attempt) {
        last = attempt;
        open = true;
    }

    void ended() {
        open = false;
    }

    void done(Act act) {
        open = false;
        doneBy = Optional.of(act.place());
    }
}
