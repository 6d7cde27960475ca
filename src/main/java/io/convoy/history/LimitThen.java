package io.convoy.history;

import io.convoy.base.ByteSize;
import java.util.Optional;

/** One bound of the program's document. */
record LimitThen(String dimension, Optional<String> only, Measured measured, long most) {

    /** What is counted. */
    enum Measured {
        CLUSTERS,
        NODES,
        BYTES_PER_SECOND,
        PAST_RETURN
    }

    boolean governs(String value) {
        return only.isEmpty() || only.get().equals(value);
    }

    /** How much of it a cluster takes when it starts. */
    long takenBy(SubjectThen subject, long nodeRate) {
        return switch (measured) {
            case CLUSTERS -> 1;
            case NODES -> subject.nodes();
            case BYTES_PER_SECOND -> subject.nodes() * nodeRate;
            case PAST_RETURN -> 0;
        };
    }

    long usedBy(Tally tally, long nodeRate) {
        return switch (measured) {
            case CLUSTERS -> tally.clusters();
            case NODES -> tally.nodes();
            case BYTES_PER_SECOND -> tally.nodes() * nodeRate;
            case PAST_RETURN -> tally.pastReturn();
        };
    }

    String words(String value) {
        String amount =
                switch (measured) {
                    case CLUSTERS -> most + " clusters";
                    case NODES -> most + " nodes";
                    case BYTES_PER_SECOND -> new ByteSize(most) + "/s";
                    case PAST_RETURN -> most + " clusters past the point of no return";
                };
        return "limit of " + amount + " at once in " + dimension + (dimension.equals(value) ? "" : " " + value);
    }
}
