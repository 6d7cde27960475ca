package io.convoy.execution;

import io.quarkus.scheduler.Scheduler;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * Quartz' share in the work: admission and monitors. It goes by the machine's own clock, so it may only begin, and go on, while
 * that clock agrees with the database's: an instance that is an hour ahead would put off the next round of everybody by an hour.
 */
@Singleton
class RecurringJobs {

    private static final Logger LOG = Logger.getLogger(RecurringJobs.class);

    private static final Duration MOST_APART = Duration.ofSeconds(1);

    private final Scheduler quartz;
    private boolean complained;

    RecurringJobs(Scheduler quartz) {
        this.quartz = quartz;
    }

    /**
     * Called over and over.
     *
     * @param ahead how far this machine's clock is ahead of the database's
     */
    void allowIfOnTime(Duration ahead) {
        boolean onTime = ahead.abs().compareTo(MOST_APART) < 0;
        if (onTime && !quartz.isRunning()) {
            quartz.resume();
            complained = false;
        } else if (!onTime && !complained) {
            quartz.pause();
            complained = true;
            LOG.errorf(
                    "This machine's clock differs from the database's by %s: set it right. Runs go on by the database's"
                            + " clock; admission and monitors are left to the other instances meanwhile",
                    ahead);
        }
    }
}
