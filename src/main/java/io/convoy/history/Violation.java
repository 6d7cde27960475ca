package io.convoy.history;

import java.time.Instant;

/**
 * A promise that was not kept.
 *
 * @param sequence of the entry that shows it
 * @param subject the cluster, as a rule
 * @param rule its name, for example {@code limit}
 */
public record Violation(long sequence, Instant at, String subject, String rule, String what) {

    /** For people. */
    public String sentence() {
        return "entry " + sequence + ", " + at + ", " + subject + ": " + what + " [" + rule + "]";
    }
}
