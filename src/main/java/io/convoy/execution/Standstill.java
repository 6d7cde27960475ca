package io.convoy.execution;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * For how long nothing could be written.
 *
 * @param lostAt when that was last seen
 * @param toldAt when the operator was last told
 * @param writtenAt when something was written nevertheless, since it was last seen
 * @param reason in the database's own words
 */
record Standstill(Instant since, Instant lostAt, Instant toldAt, Optional<Instant> writtenAt, String reason) {

    static final Duration SOONEST = Duration.ofSeconds(1);

    private static final Duration LATEST = Duration.ofSeconds(15);

    static Standstill begin(Instant now, String reason) {
        return new Standstill(now, now, now, Optional.empty(), reason);
    }

    Standstill goesOn(Instant now, String why) {
        return new Standstill(since, now, toldAt, Optional.empty(), why);
    }

    Standstill told(Instant now) {
        return new Standstill(since, lostAt, now, writtenAt, reason);
    }

    Standstill relieved(Instant now) {
        return new Standstill(since, lostAt, toldAt, writtenAt.or(() -> Optional.of(now)), reason);
    }

    Duration lasted(Instant now) {
        return Duration.between(since, now);
    }

    /**
     * A quarter of what it has lasted: the receivers of webhooks whose answers could not be noted are not asked every second for
     * hours, and a database that was away for a moment is not kept waiting.
     */
    Duration lookAgainAfter(Instant now) {
        Duration quarter = lasted(now).dividedBy(4);
        return quarter.compareTo(SOONEST) < 0 ? SOONEST : quarter.compareTo(LATEST) > 0 ? LATEST : quarter;
    }

    /** Something was written, and whoever failed has had the time to fail again; or nobody has tried for a long time. */
    boolean isOver(Instant now) {
        Duration quiet = Duration.between(lostAt, now);
        Duration enough = writtenAt.isPresent() ? lookAgainAfter(now).plus(SOONEST) : LATEST.multipliedBy(4);
        return quiet.compareTo(enough) > 0;
    }
}
