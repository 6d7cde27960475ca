package io.convoy.execution;

import io.convoy.base.RunId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The transactions around every look for what somebody else has changed: one takes it, one notes what it saw.
 *
 * <p>A difference counts when two looks in a row have seen it, so that a node that has not heard of the latest yet is believed by
 * nobody; and not when the run went on while somebody looked. It is then left for the run's next claim, which tells of it.
 */
@ApplicationScoped
class ChangeLedger {

    private final RunStore store;
    private final WatchTable table;
    private final FrozenPlans plans;
    private final RunTriggers triggers;
    private final WatchSettings settings;

    ChangeLedger(RunStore store, WatchTable table, FrozenPlans plans, RunTriggers triggers, WatchSettings settings) {
        this.store = store;
        this.table = table;
        this.plans = plans;
        this.triggers = triggers;
        this.settings = settings;
    }

    /** Runs at whose clusters the caller has to look, a few at a time. */
    @Transactional
    List<RunId> take(int most, Instant now) {
        return table.take(now, now.plus(settings.again()), now.plus(settings.every()), most);
    }

    /** The run and where it stands; empty where Convoy does not drive it any more. */
    @Transactional
    Optional<Watched> watched(RunId id) {
        return store.findRun(id)
                .filter(run -> run.state().isDriven())
                .map(run -> new Watched(run, Position.of(run, plans.planOf(run))));
    }

    @Transactional
    void never(RunId run) {
        table.never(run);
    }

    /** Notes what was seen of the cluster while its run stood there. */
    @Transactional
    void settle(Watched watched, List<Difference> found, Instant now) {
        RunId id = watched.run().id();
        boolean wentOn = watched(id)
                .filter(present -> present.at().isSameAs(watched.at()))
                .isEmpty();
        // Read after the run: what was accepted before it went on is known here.
        WatchTable.Known known = table.known(id).orElseThrow();
        if (wentOn) {
            table.seen(id, known.seen(), now.plus(settings.again()));
            return;
        }
        List<Difference> fresh = found.stream()
                .filter(difference -> !difference.isAmong(known.accepted()))
                .toList();
        List<Difference> certain = fresh.stream()
                .filter(difference -> difference.isAmong(known.seen()))
                .toList();
        if (!certain.isEmpty()) {
            // Before anything is written: a claim, too, holds the turn first.
            triggers.nudge(id);
        }
        boolean unsure = certain.size() < fresh.size();
        table.seen(id, fresh, now.plus(unsure ? settings.again() : settings.every()));
        table.untold(id, watched.at(), certain);
    }

    /** A run whose cluster is looked at. */
    record Watched(Run run, Position at) {}
}
