package io.convoy.execution;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Something about a cluster in a run that neither its plan nor the steps taken so far explain.
 *
 * @param subject for example {@code keyspace orders}
 * @param found what it is now
 * @param expected what it was to be
 */
public record Difference(String subject, String found, String expected) {

    private static final int MOST_SHOWN = 5;

    /** Whether it tells of the same thing, whatever was expected of it meanwhile. */
    boolean isSameAs(Difference other) {
        return subject.equals(other.subject) && found.equals(other.found);
    }

    boolean isAmong(Collection<Difference> others) {
        return others.stream().anyMatch(this::isSameAs);
    }

    /** What a person reads, and what that person can do. */
    static String words(List<Difference> differences) {
        String named =
                differences.stream().limit(MOST_SHOWN).map(Difference::toString).collect(Collectors.joining("; "));
        String more = differences.size() > MOST_SHOWN ? "; and " + (differences.size() - MOST_SHOWN) + " more" : "";
        return "Somebody else has changed the cluster: " + named + more
                + ". Change it back and retry; or retry to go on with it as it is now; or roll back";
    }

    @Override
    public String toString() {
        return subject + " is " + found + ", expected was " + expected;
    }
}
