package io.convoy.execution;

import io.convoy.audit.DatabaseClock;
import io.convoy.audit.DatabaseTrouble;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Has looks taken when they are due. One thread of each instance, over and over:
 *
 * <ol>
 *   <li>say that this instance is alive (four times per lease);
 *   <li>take as many due runs as there are workers free; a run whose holder is dead is due as well;
 *   <li>sleep until the next one is due, somebody rings, or half a second is over.
 * </ol>
 *
 * An instance that is killed, stopped, or cut off from the database is not heard of any more; its runs go on elsewhere when its
 * lease is over. Should it only have slept, the epochs of its runs refuse what it writes.
 */
@ApplicationScoped
class RunDispatcher {

    private static final Logger LOG = Logger.getLogger(RunDispatcher.class);

    private static final Duration LOOKS_AT_LEAST_EVERY = Duration.ofMillis(250);
    private static final Duration RECONNECTS_AFTER = Duration.ofMillis(250);
    private static final long LONGEST_LAST_LOOK_SECONDS = 10;

    private final UUID instance = UUID.randomUUID();
    private final Alarm alarm = new Alarm();
    private final DataSource database;
    private final Looks looks;
    private final DatabaseClock clock;
    private final RecurringJobs recurring;
    private final Duration lease;

    private volatile boolean stopping;
    private long lastBeat = System.nanoTime() - Duration.ofDays(1).toNanos();
    private @Nullable Thread thread;

    RunDispatcher(
            DataSource database,
            Looks looks,
            DatabaseClock clock,
            RecurringJobs recurring,
            ExecutionSettings settings) {
        this.database = database;
        this.looks = looks;
        this.clock = clock;
        this.recurring = recurring;
        this.lease = settings.lease();
    }

    void start(@Observes StartupEvent event) {
        thread = new Thread(this::run, "run-dispatcher");
        thread.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        alarm.ring();
        if (thread != null) {
            thread.join();
        }
    }

    /** Somebody knows of a run that may be due. */
    void wake() {
        alarm.ring();
    }

    private void run() {
        while (!stopping) {
            try (TurnTable turns = TurnTable.open(database, instance)) {
                looks.lost().written();
                dispatch(turns);
            } catch (SQLException e) {
                if (!stopping) {
                    looks.lost().lost(new DatabaseTrouble(e));
                }
                await(RECONNECTS_AFTER);
            } catch (RuntimeException e) {
                LOG.errorf(e, "Turns could not be taken; this instance tries again");
                await(RECONNECTS_AFTER);
            }
        }
        looks.finish(LONGEST_LAST_LOOK_SECONDS);
    }

    private void dispatch(TurnTable turns) throws SQLException {
        while (!stopping) {
            beatIfDue(turns);
            int free = looks.free();
            if (free > 0) {
                turns.take(free).forEach(turn -> looks.begin(turn, alarm::ring));
            }
            await(looks.free() > 0 ? untilNext(turns) : LOOKS_AT_LEAST_EVERY);
        }
        looks.finish(LONGEST_LAST_LOOK_SECONDS);
        turns.signOff();
    }

    private void beatIfDue(TurnTable turns) throws SQLException {
        long now = System.nanoTime();
        if (now - lastBeat < lease.toNanos() / 4) {
            return;
        }
        clock.compare(turns.beat(lease), now);
        lastBeat = now;
        recurring.allowIfOnTime(clock.machineAhead());
        looks.lost().review();
        turns.giveBackAllBut(looks.underWay(), looks.lost().lookAgainAfter());
    }

    private Duration untilNext(TurnTable turns) throws SQLException {
        return turns.untilNext()
                .filter(wait -> wait.compareTo(LOOKS_AT_LEAST_EVERY) < 0)
                .orElse(LOOKS_AT_LEAST_EVERY);
    }

    private void await(Duration longest) {
        try {
            alarm.await(longest);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stopping = true;
        }
    }
}
