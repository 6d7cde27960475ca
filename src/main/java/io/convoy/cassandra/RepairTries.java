package io.convoy.cassandra;

import java.util.Arrays;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * How often one repair command has failed, and which states of its keyspace's tables were seen meanwhile. Only all tries
 * together tell whether tables came and went: one that is made and dropped between two looks leaves the state as it was.
 *
 * @param tables digests of the tables' names and ids
 */
record RepairTries(int failures, SortedSet<String> tables) {

    private static final int MOST = 3;
    private static final Pattern SPACE = Pattern.compile(" ");

    /** @param written as {@link #written} wrote it, or empty before the first look */
    static RepairTries read(String written) {
        if (written.isEmpty()) {
            return new RepairTries(0, new TreeSet<>());
        }
        String[] words = SPACE.split(written);
        return new RepairTries(
                Integer.parseInt(words[0]), new TreeSet<>(Arrays.asList(words).subList(1, words.length)));
    }

    String written() {
        return failures + " " + String.join(" ", tables);
    }

    RepairTries saw(String state) {
        SortedSet<String> seen = new TreeSet<>(tables);
        seen.add(state);
        return new RepairTries(failures, seen);
    }

    RepairTries failed() {
        return new RepairTries(failures + 1, tables);
    }

    boolean exhausted() {
        return failures >= MOST;
    }

    boolean tablesChanged() {
        return tables.size() > 1;
    }
}
