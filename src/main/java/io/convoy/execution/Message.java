package io.convoy.execution;

/** What instances tell one another, and themselves, when a transaction commits. */
enum Message {
    /** A run wants a look now. */
    RUN_DUE,
    /** What may start may have changed. */
    ADMISSION_DUE;

    static final String CHANNEL = "convoy";
}
