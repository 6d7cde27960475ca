package io.convoy.kafka;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Why a cluster cannot be planned as it is, and what to do about it. */
record Objection(String reason, String remedy) {

    private static final int MOST_NAMES = 5;

    /** The first few of them, and how many more there are. */
    static String names(Collection<?> named) {
        String first = named.stream().limit(MOST_NAMES).map(Object::toString).collect(Collectors.joining(", "));
        int more = named.size() - MOST_NAMES;
        return more > 0 ? first + " and " + more + " more" : first;
    }

    /** Several in one sentence, each with its remedy. */
    static String sentence(List<Objection> objections) {
        return objections.stream()
                .map(objection -> objection.reason() + " (" + objection.remedy() + ")")
                .collect(Collectors.joining("; "));
    }

    @Override
    public String toString() {
        return reason + ". " + remedy;
    }
}
