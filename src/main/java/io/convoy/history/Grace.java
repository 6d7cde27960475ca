package io.convoy.history;

import java.time.Duration;

/** How much later than the decision its entry may be written. */
final class Grace {

    /** What is decided is recorded in the same transaction, but not at the same instant; and holds act within a second. */
    static final Duration OF_DECISIONS = Duration.ofSeconds(1);

    /** Those that look after leases release what a run has left behind. */
    static final Duration OF_LEASES = Duration.ofMinutes(1);

    private Grace() {}
}
