package io.convoy.execution;

import io.convoy.audit.DatabaseTrouble;
import io.quarkus.scheduler.FailedExecution;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/** Tells of rounds of recurring jobs that threw, in Quarkus' stead, which would tell of a full disk every second. */
@Singleton
class FailedRounds {

    private static final Logger LOG = Logger.getLogger(FailedRounds.class);

    private final LostLooks lost;

    FailedRounds(LostLooks lost) {
        this.lost = lost;
    }

    void failed(@Observes FailedExecution round) {
        DatabaseTrouble.in(round.getException()).ifPresentOrElse(lost::lost, () -> tell(round));
    }

    private static void tell(FailedExecution round) {
        LOG.errorf(
                round.getException(),
                "A round of %s failed; the next one begins when it is due",
                round.getExecution().getTrigger().getId());
    }
}
