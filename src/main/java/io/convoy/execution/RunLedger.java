package io.convoy.execution;

import io.convoy.base.Actor;
import io.convoy.base.RunId;
import io.convoy.execution.RunState.Active;
import io.convoy.execution.RunState.Direction;
import io.convoy.plan.ChangePlan;
import io.convoy.plan.PlannedStep;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The two transactions around every call of a handler: the claim before it and the settlement after it. */
@ApplicationScoped
class RunLedger {

    private static final Duration HELD_RUNS_ASK_AGAIN_AFTER = Duration.ofSeconds(1);

    private final RunStore store;
    private final Confirmations confirmations;
    private final FrozenPlans plans;
    private final RunTriggers triggers;
    private final RunGuards guards;

    RunLedger(RunStore store, Confirmations confirmations, FrozenPlans plans, RunTriggers triggers, RunGuards guards) {
        this.store = store;
        this.confirmations = confirmations;
        this.plans = plans;
        this.triggers = triggers;
        this.guards = guards;
    }

    /** The next call to make; empty where there is none to make now, in which case the next look is already arranged. */
    @Transactional
    Optional<Work> claim(Turn turn, Instant now) {
        if (!triggers.stands(turn)) {
            return Optional.empty();
        }
        Run run = store.findRun(turn.run()).orElseThrow();
        Optional<RunRequest> request = store.takeRequest(run.id());
        if (request.isPresent() && !run.state().isFinal()) {
            return obey(run, request.get(), now);
        }
        if (!run.state().isDriven()) {
            triggers.rest(run.id());
            return Optional.empty();
        }
        ChangePlan plan = plans.planOf(run);
        Active at = position(run);
        PlannedStep planned = plan.steps().get(at.step());
        List<Attempt> earlier = store.attempts(run.id(), planned.id(), at.direction());
        Ahead ahead = new Ahead(planned, at.direction(), isUnderWay(earlier), guards.longest(planned.expected()));
        List<Difference> changes = store.untold(run.id());
        if (!changes.isEmpty() && !ahead.isInItsMidst()) {
            return tell(run, changes, now);
        }
        Optional<String> withheld = guards.withheld(run, ahead, now);
        if (withheld.isPresent()) {
            return hold(run, withheld.get(), now);
        }
        if (ahead.isWayBack() && !needsUndoing(run, planned)) {
            return skip(run, at, plan, now);
        }
        return Optional.of(begin(store.write(run, at.goesOn(), now), plan, ahead, earlier, now));
    }

    private Optional<Work> obey(Run run, RunRequest request, Instant now) {
        Active at = position(run);
        if (request.kind() == RunRequest.Kind.PAUSE) {
            move(run, at.paused("Paused by " + request.by()), request.by(), now);
            triggers.rest(run.id());
            return Optional.empty();
        }
        if (!PointOfReturn.allows(plans.planOf(run), at)) {
            guards.audit(request.by(), "run.rollback-refused", run, "The point of no return has been passed");
            triggers.next(run.id(), now);
            return Optional.empty();
        }
        move(run, at.rollBack(), request.by(), now);
        triggers.next(run.id(), now);
        return Optional.empty();
    }

    private Optional<Work> tell(Run run, List<Difference> changes, Instant now) {
        guards.tell(run, changes);
        move(run, position(run).gaveUp(Difference.words(changes)), Actor.CONVOY, now);
        triggers.rest(run.id());
        return Optional.empty();
    }

    private Optional<Work> hold(Run run, String reason, Instant now) {
        Instant askAgain = now.plus(HELD_RUNS_ASK_AGAIN_AFTER);
        if (!run.state().reason().equals(reason)) {
            store.write(run, position(run).waits(askAgain, reason), now);
        }
        triggers.next(run.id(), askAgain);
        return Optional.empty();
    }

    private static boolean isUnderWay(List<Attempt> earlier) {
        return !earlier.isEmpty() && earlier.get(earlier.size() - 1).isOpen();
    }

    private Work begin(Run run, ChangePlan plan, Ahead ahead, List<Attempt> earlier, Instant now) {
        PlannedStep planned = ahead.planned();
        Attempt attempt = ahead.begun()
                ? earlier.get(earlier.size() - 1).calledAt(run.epoch())
                : Attempt.begin(planned.id(), ahead.direction(), earlier.size() + 1, run.epoch(), now);
        store.save(run.id(), attempt);
        if (earlier.isEmpty() && !ahead.isWayBack() && position(run).step() == 0) {
            guards.audit(run.startedBy(), "run.started", run, "Plan revision " + run.planRevision());
        }
        if (!ahead.begun()) {
            guards.audit(Actor.CONVOY, "step.begun", run, begun(ahead, attempt));
        }
        Optional<String> answer =
                confirmations.commentOf(new Confirmations.Asked(run.id(), planned.id(), ahead.direction()));
        return new Work(run, plan, planned, ahead.direction(), attempt, answer);
    }

    private static Map<String, ?> begun(Ahead ahead, Attempt attempt) {
        PlannedStep planned = ahead.planned();
        return Map.of(
                "step", planned.id().value(),
                "direction", attempt.direction().name(),
                "attempt", attempt.number(),
                "interruptible", planned.apply().interruptible(),
                "passesReturn", ahead.passesReturn(),
                "expected", planned.expected().toSeconds(),
                "longest", ahead.longest().toSeconds());
    }

    private boolean needsUndoing(Run run, PlannedStep planned) {
        return planned.undo().step().isPresent()
                && !store.attempts(run.id(), planned.id(), Direction.FORWARD).isEmpty();
    }

    private Optional<Work> skip(Run run, Active at, ChangePlan plan, Instant now) {
        RunState next = at.stepCompleted(plan.steps().size());
        move(run, next, Actor.CONVOY, now);
        arrange(run.id(), next, now);
        return Optional.empty();
    }

    /** Writes what came of the call, and arranges the next look. */
    @Transactional
    void settle(Work work, Outcome outcome, Instant now) {
        Settlement settlement = Settlement.of(work, outcome, guards.retryPolicy(), now);
        store.write(work.run(), settlement.state(), now);
        store.save(work.run().id(), settlement.attempt());
        arrange(work.run().id(), settlement.state(), now);
        settlement
                .noteworthy()
                .ifPresent(act -> guards.audit(
                        Actor.CONVOY,
                        act,
                        work.run(),
                        Map.of(
                                "step",
                                work.planned().id().value(),
                                "notes",
                                settlement.attempt().notes())));
    }

    private void arrange(RunId id, RunState state, Instant now) {
        if (state.isFinal()) {
            triggers.remove(id);
        } else if (state instanceof RunState.Waiting waiting) {
            triggers.next(id, waiting.until());
        } else if (state.isDriven()) {
            triggers.next(id, now);
        } else {
            triggers.rest(id);
        }
    }

    private void move(Run run, RunState next, Actor by, Instant now) {
        store.write(run, next, now);
        guards.audit(by, "run." + next.word().toLowerCase(java.util.Locale.ROOT), run, next.reason());
    }

    private static Active position(Run run) {
        return run.state() instanceof RunState.Pending pending ? pending.started() : (Active) run.state();
    }
}
