package io.convoy.execution;

import io.convoy.audit.DatabaseTrouble;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Whether runs stand still because the database cannot do its work: no room, no connection, nobody who writes. The operator is
 * told when that begins, once a minute while it lasts, and when it is over, however many looks are lost.
 */
@ApplicationScoped
class LostLooks {

    private static final Logger LOG = Logger.getLogger(LostLooks.class);

    private static final Duration TOLD_AGAIN_AFTER = Duration.ofMinutes(1);

    private final Clock clock;
    private @Nullable Standstill standstill;

    LostLooks(Clock clock) {
        this.clock = clock;
    }

    /** Something that had to be written could not be. */
    synchronized void lost(@Observes DatabaseTrouble trouble) {
        Instant now = clock.instant();
        if (standstill == null) {
            standstill = Standstill.begin(now, trouble.reason());
            tell();
        } else {
            standstill = standstill.goesOn(now, trouble.reason());
            if (Duration.between(standstill.toldAt(), now).compareTo(TOLD_AGAIN_AFTER) >= 0) {
                standstill = standstill.told(now);
                tell();
            }
        }
    }

    /** Something was written. */
    synchronized void written() {
        if (standstill != null) {
            standstill = standstill.relieved(clock.instant());
        }
    }

    /** Called over and over. */
    synchronized void review() {
        Instant now = clock.instant();
        if (standstill != null && standstill.isOver(now)) {
            LOG.infof(
                    "The database does its work again after %d s; runs go on",
                    standstill.lasted(now).toSeconds());
            standstill = null;
        }
    }

    synchronized Optional<Standstill> standstill() {
        return Optional.ofNullable(standstill);
    }

    /** When a look that was lost is taken again. */
    synchronized Duration lookAgainAfter() {
        return standstill == null ? Standstill.SOONEST : standstill.lookAgainAfter(clock.instant());
    }

    private void tell() {
        LOG.warnf(
                "Runs stand still, the database cannot do its work: %s. They go on by themselves when it can",
                java.util.Objects.requireNonNull(standstill).reason());
    }
}
