package io.convoy.history;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The clusters that move or soak and share one value of a dimension. */
final class Tally {

    private static final int MOST_NAMED = 10;

    private final Map<String, SubjectThen> clusters = new LinkedHashMap<>();
    private long nodes;
    private long pastReturn;

    void add(SubjectThen subject) {
        clusters.put(subject.name(), subject);
        nodes += subject.nodes();
    }

    void remove(SubjectThen subject) {
        clusters.remove(subject.name());
        nodes -= subject.nodes();
    }

    void passes(int more) {
        pastReturn += more;
    }

    boolean isEmpty() {
        return clusters.isEmpty();
    }

    long clusters() {
        return clusters.size();
    }

    long nodes() {
        return nodes;
    }

    long pastReturn() {
        return pastReturn;
    }

    String names() {
        String first = clusters.keySet().stream().limit(MOST_NAMED).collect(Collectors.joining(", "));
        return clusters.size() > MOST_NAMED ? first + " and " + (clusters.size() - MOST_NAMED) + " more" : first;
    }
}
