package io.convoy.program;

/** What a limit counts. */
public enum Measure {
    CLUSTERS("clusters"),
    NODES("nodes"),
    BYTES_PER_SECOND("bytes per second"),
    PAST_RETURN("clusters past the point of no return");

    private final String words;

    Measure(String words) {
        this.words = words;
    }

    /** How much of it one cluster takes while it moves, before its point of no return. */
    long taken(Subject subject, Pace pace) {
        return switch (this) {
            case CLUSTERS -> 1;
            case NODES -> subject.nodes();
            case BYTES_PER_SECOND -> subject.nodes() * pace.nodeRate();
            case PAST_RETURN -> 0;
        };
    }

    @Override
    public String toString() {
        return words;
    }
}
