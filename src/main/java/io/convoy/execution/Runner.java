package io.convoy.execution;

import io.convoy.audit.DatabaseTrouble;
import io.convoy.inventory.Cluster;
import io.convoy.inventory.InventoryStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Takes one look at a run.
 *
 * <ol>
 *   <li>Claim, in one transaction: obey a standing request or hold, find the step, write the intent. The run's epoch grows.
 *   <li>Call the handler, in no transaction.
 *   <li>Settle, in one transaction: the outcome, the run's new state, the audit entry and the next trigger.
 * </ol>
 *
 * A crash between 1 and 3 leaves an open attempt: the next look calls the handler again, which finds out from the cluster what
 * had been begun. A worker that slept through a takeover is refused at 3 by the epoch.
 */
@ApplicationScoped
class Runner {

    private static final Logger LOG = Logger.getLogger(Runner.class);

    private static final Duration ASK_AGAIN = Duration.ofSeconds(15);

    private final RunLedger ledger;
    private final StepHandlers handlers;
    private final InventoryStore inventory;
    private final Clock clock;

    Runner(RunLedger ledger, StepHandlers handlers, InventoryStore inventory, Clock clock) {
        this.ledger = ledger;
        this.handlers = handlers;
        this.inventory = inventory;
        this.clock = clock;
    }

    void advance(Turn turn) {
        try {
            Optional<Work> claimed = ledger.claim(turn, clock.instant());
            if (claimed.isPresent()) {
                Work work = claimed.get();
                Outcome outcome = call(work);
                ledger.settle(work, outcome, clock.instant());
                log(work, outcome);
            }
        } catch (StaleEpoch e) {
            LOG.infof("%s", e.getMessage());
        }
    }

    /**
     * The one place that catches everything: a handler's exception is a failed attempt, not the end of the run. What Convoy's own
     * database could not do is no attempt of the step at all: the look is lost, and taken again.
     */
    private Outcome call(Work work) {
        try {
            return handlers.advance(work.step(), context(work));
        } catch (RuntimeException e) {
            if (DatabaseTrouble.in(e).isPresent()) {
                throw e;
            }
            LOG.debugf(
                    e,
                    "Step %s of run %s threw",
                    work.planned().id(),
                    work.run().id());
            return e instanceof UntilAPersonHelps
                    ? new Outcome.Blocked(String.valueOf(e.getMessage()), ASK_AGAIN)
                    : Outcome.retry(described(e));
        }
    }

    private static String described(RuntimeException e) {
        String message = String.valueOf(e.getMessage());
        return e.getCause() == null
                        || message.contains(String.valueOf(e.getCause().getMessage()))
                ? e.getClass().getSimpleName() + ": " + message
                : message + " (" + e.getCause() + ")";
    }

    private StepContext context(Work work) {
        Cluster cluster = inventory
                .find(work.run().cluster())
                .orElseThrow(() -> new IllegalStateException(
                        "Cluster " + work.run().cluster() + " is no longer in the inventory; import it again"));
        return new StepContext(
                work.run().id(),
                work.planned().id(),
                work.direction(),
                cluster,
                work.attempt().number(),
                clock.instant(),
                work.attempt().startedAt(),
                work.attempt().memory(),
                work.confirmation());
    }

    /** What strangers said comes on further lines, and may hold what no log should. */
    private static String firstLine(String reason) {
        return reason.lines().findFirst().orElse("");
    }

    private static void log(Work work, Outcome outcome) {
        if (outcome instanceof Outcome.Done done) {
            LOG.infof(
                    "%s: step %s (%s) of run %s done: %s",
                    work.run().cluster(),
                    work.planned().id(),
                    work.direction(),
                    work.run().id(),
                    done.evidence());
        } else if (outcome instanceof Outcome.Failed failed) {
            LOG.warnf(
                    "%s: step %s of run %s, attempt %d failed: %s",
                    work.run().cluster(),
                    work.planned().id(),
                    work.run().id(),
                    work.attempt().number(),
                    firstLine(failed.reason()));
        }
    }
}
