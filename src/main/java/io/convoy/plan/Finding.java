package io.convoy.plan;

/**
 * Something that a reviewer must know of the cluster as it is.
 *
 * @param subject what it is about, for example {@code node 127.1.1.2} or {@code keyspace orders}
 * @param message what is so
 * @param remedy what to do about it
 */
public record Finding(Severity severity, String subject, String message, String remedy) {

    /** Whether a plan may go on with it. */
    public enum Severity {
        /** Worth knowing. */
        NOTE,
        /** The plan deals with it, or the reviewer accepts it by approving. */
        WARNING,
        /** The plan cannot be approved, nor a run go on, while it is so. */
        BLOCKER
    }
}
