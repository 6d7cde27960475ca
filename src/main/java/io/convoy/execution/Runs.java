package io.convoy.execution;

import io.convoy.base.Actor;
import io.convoy.base.ClusterName;
import io.convoy.base.Digest;
import io.convoy.base.Refusal;
import io.convoy.base.RunId;
import io.convoy.base.StepId;
import io.convoy.execution.RunState.Active;
import io.convoy.execution.RunState.Direction;
import io.convoy.plan.ChangePlan;
import io.convoy.plan.GeneralStep;
import io.convoy.plan.KafkaStep;
import io.convoy.plan.PlannedStep;
import io.convoy.plan.Step;
import io.convoy.plan.TwoClusterStep;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What people and the admission ask of runs. */
@ApplicationScoped
public class Runs {

    private final RunStore store;
    private final Confirmations confirmations;
    private final FrozenPlans plans;
    private final RunMoves moves;
    private final Clock clock;

    Runs(RunStore store, Confirmations confirmations, FrozenPlans plans, RunMoves moves, Clock clock) {
        this.store = store;
        this.confirmations = confirmations;
        this.plans = plans;
        this.moves = moves;
        this.clock = clock;
    }

    /** Begins a run in the caller's transaction; a cluster is in one run at a time. */
    @Transactional
    public Run start(ClusterName cluster, String wave, int planRevision, Digest planDigest, Actor by) {
        store.activeRun(cluster).ifPresent(running -> {
            throw Refusal.conflict("Cluster " + cluster + " is already in run " + running.id());
        });
        var now = clock.instant();
        Run run = new Run(
                RunId.random(), cluster, wave, planRevision, planDigest, new RunState.Pending(), 0, now, now, by);
        store.insert(run);
        moves.begin(run, now);
        return run;
    }

    @Transactional
    public Optional<Run> find(RunId id) {
        return store.findRun(id);
    }

    /** All runs, the newest first. */
    @Transactional
    public List<Run> all() {
        return store.listRuns();
    }

    /** The newest of those that have moved their cluster. */
    @Transactional
    public List<Run> succeeded(int most) {
        return store.succeededRuns(most);
    }

    /** The newest run of each cluster. */
    @Transactional
    public Map<ClusterName, Run> latest() {
        return store.latestRuns();
    }

    @Transactional
    public Optional<Run> latest(ClusterName cluster) {
        return store.latestRun(cluster);
    }

    /** Whether the run has begun to pass its plan's point of no return, or has passed it. */
    @Transactional
    public boolean hasPassedReturn(Run run) {
        if (!(run.state() instanceof Active at)) {
            return false;
        }
        ChangePlan plan = plans.planOf(run);
        return plan.pointOfNoReturn()
                .filter(point -> !PointOfReturn.allows(plan, at)
                        || !store.attempts(run.id(), point, Direction.FORWARD).isEmpty())
                .isPresent();
    }

    @Transactional
    public List<Run> active() {
        return store.activeRuns();
    }

    /** A run with each of its steps and attempts. */
    @Transactional
    public RunReport report(RunId id) {
        Run run = existing(id);
        return RunReport.of(run, plans.planOf(run), store.attempts(id));
    }

    /** Stops the run at its next safe point; one that stands already is left as it is. */
    @Transactional
    public Run pause(RunId id, Actor by) {
        Run run = existing(id);
        if (run.state() instanceof RunState.NeedsAttention at) {
            return moves.move(run, at.paused("Paused by " + by), by);
        }
        if (run.state().isDriven()) {
            moves.ask(run, new RunRequest(RunRequest.Kind.PAUSE, by));
        }
        refuseIfFinal(run, "paused");
        return run;
    }

    @Transactional
    public Run resume(RunId id, Actor by) {
        Run run = existing(id);
        if (run.state() instanceof RunState.Paused paused) {
            return moves.drive(run, paused.goesOn(), by);
        }
        throw Refusal.conflict("Run " + id + " is " + run.state().word() + ", not PAUSED: there is nothing to resume");
    }

    @Transactional
    public Run retry(RunId id, Actor by) {
        Run run = existing(id);
        if (run.state() instanceof RunState.NeedsAttention at) {
            return moves.drive(run, at.goesOn(), by);
        }
        throw Refusal.conflict(
                "Run " + id + " is " + run.state().word() + ", not NEEDS_ATTENTION: there is nothing to retry");
    }

    /** Turns the run round; refused once the plan's point of no return is passed. */
    @Transactional
    public Run rollBack(RunId id, Actor by) {
        Run run = existing(id);
        refuseIfFinal(run, "rolled back");
        if (run.state() instanceof Active at && !PointOfReturn.allows(plans.planOf(run), at)) {
            throw Refusal.conflict(
                    "Run " + id + " has passed the point of no return of its plan: the way out is forward");
        }
        if (run.state().isDriven()) {
            moves.ask(run, new RunRequest(RunRequest.Kind.ROLL_BACK, by));
            return run;
        }
        return moves.drive(run, ((Active) run.state()).rollBack(), by);
    }

    /** Answers the gate of a step, or of its undo when the run is on its way back. */
    @Transactional
    public void confirm(RunId id, StepId step, String comment, Actor by) {
        Run run = existing(id);
        refuseIfFinal(run, "confirmed");
        Direction direction = run.state() instanceof Active active ? active.direction() : Direction.FORWARD;
        Optional<Step> asking = towards(direction, stepOf(run, step)).filter(Runs::asks);
        if (asking.isEmpty()) {
            throw Refusal.conflict(
                    "Step " + step + " asks nothing" + (direction == Direction.BACK ? " on the way back" : ""));
        }
        confirmations.confirm(new Confirmations.Asked(id, step, direction), comment, by, clock.instant());
        moves.confirmed(run, step, comment, by);
    }

    private static Optional<Step> towards(Direction direction, PlannedStep planned) {
        return direction == Direction.FORWARD
                ? Optional.of(planned.apply())
                : planned.undo().step();
    }

    private static boolean asks(Step step) {
        return step instanceof GeneralStep.Gate
                || step instanceof GeneralStep.PointOfNoReturn
                || step instanceof TwoClusterStep.AwaitWrites
                || step instanceof KafkaStep.LeaveClients;
    }

    private PlannedStep stepOf(Run run, StepId step) {
        return plans.planOf(run).steps().stream()
                .filter(planned -> planned.id().equals(step))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("Run " + run.id() + " has no step " + step));
    }

    private Run existing(RunId id) {
        return store.findRun(id).orElseThrow(() -> Refusal.notFound("There is no run " + id));
    }

    private static void refuseIfFinal(Run run, String wish) {
        if (run.state().isFinal()) {
            throw Refusal.conflict(
                    "Run " + run.id() + " has ended (" + run.state().word() + ") and cannot be " + wish);
        }
    }
}
