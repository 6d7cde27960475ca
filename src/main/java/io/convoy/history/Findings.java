package io.convoy.history;

import java.util.ArrayList;
import java.util.List;

/** Violations: the first ones in words, all of them counted. */
final class Findings {

    private final List<Violation> told;
    private long count;

    private Findings(List<Violation> told, long count) {
        this.told = new ArrayList<>(told);
        this.count = count;
    }

    static Findings none() {
        return new Findings(List.of(), 0);
    }

    Findings copy() {
        return new Findings(told, count);
    }

    void add(Violation violation) {
        count++;
        if (told.size() < HistoryCheck.MOST_TOLD) {
            told.add(violation);
        }
    }

    long count() {
        return count;
    }

    List<Violation> told() {
        return told;
    }
}
