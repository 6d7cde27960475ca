package io.convoy.program;

/** How far a cluster is in the program. */
public enum Phase {
    /** Nothing has been begun, or what was begun is to be begun again. */
    NOT_STARTED,
    MOVING,
    SUCCEEDED,
    /** It is where it was before. */
    ROLLED_BACK,
    /** Somebody has decided that it stays out of the program. */
    SKIPPED;

    boolean isEnded() {
        return this == SUCCEEDED || this == ROLLED_BACK || this == SKIPPED;
    }
}
