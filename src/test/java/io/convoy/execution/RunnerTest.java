package io.convoy.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.convoy.PostgresForTests;
import io.convoy.ShiftedClock;
import io.convoy.TestClusters;
import io.convoy.audit.AuditLog;
import io.convoy.base.Actor;
import io.convoy.base.ClusterName;
import io.convoy.base.Digest;
import io.convoy.base.Refusal;
import io.convoy.base.RunId;
import io.convoy.base.StepId;
import io.convoy.execution.RunState.Direction;
import io.convoy.history.HistoryCheck;
import io.convoy.inventory.Fleet;
import io.convoy.inventory.ImportFormat;
import io.convoy.inventory.InventoryExport;
import io.convoy.inventory.InventoryImports;
import io.convoy.inventory.InventoryStore;
import io.convoy.plan.ChangePlan;
import io.convoy.plan.GeneralStep.Gate;
import io.convoy.plan.GeneralStep.PointOfNoReturn;
import io.convoy.plan.PlannedStep;
import io.convoy.plan.Step;
import io.convoy.plan.Undo;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The engine over a real PostgreSQL, with handlers that do as the test says, a clock that it sets, and no waiting. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class RunnerTest {

    private static final Actor ANN = new Actor("ann");
    private static final Duration LIMIT = Duration.ofMinutes(10);

    private final RunStore store;
    private final Confirmations confirmations;
    private final RunGuards guards;
    private final InventoryStore inventory;
    private final InventoryImports imports;
    private final AuditLog audit;
    private final ShiftedClock clock;
    private final NotedTriggers triggers = new NotedTriggers();
    private final ScriptedHandlers scripts = new ScriptedHandlers();

    private RunLedger ledger;
    private Runner runner;
    private Runs runs;
    private RunId run;

    RunnerTest(
            RunStore store,
            Confirmations confirmations,
            RunGuards guards,
            InventoryStore inventory,
            InventoryImports imports,
            AuditLog audit,
            ShiftedClock clock) {
        this.store = store;
        this.confirmations = confirmations;
        this.guards = guards;
        this.inventory = inventory;
        this.imports = imports;
        this.audit = audit;
        this.clock = clock;
    }

    @BeforeEach
    void startARun() {
        ClusterName cluster = imported();
        FrozenPlans plans = ignored -> plan(cluster);
        ledger = new LedgerInTransactions(plans);
        runner = new Runner(ledger, scripts.handlers(), inventory, clock);
        runs = new Runs(store, confirmations, plans, new RunMoves(store, triggers, guards, clock), clock);
        run = inTransaction(() -> runs.start(cluster, "pilot", 1, Digest.of("plan"), ANN))
                .id();
    }

    /** Nobody has admitted these runs, of which the checker tells, too. */
    @AfterEach
    void theHistoryToldNothingThatMustNotBe() {
        String cluster =
                inTransaction(() -> store.findRun(run)).orElseThrow().cluster().value();
        HistoryCheck check = new HistoryCheck();
        audit.list(0, AuditLog.MOST_LISTED, Optional.of(cluster)).forEach(check::add);

        assertThat(check.report(clock.instant()).violations())
                .filteredOn(violation -> !violation.rule().equals("admitted"))
                .isEmpty();
    }

    @AfterEach
    void endTheRun() {
        clock.reset();
        inTransaction(() -> store.findRun(run)
                .filter(left -> !left.state().isFinal())
                .ifPresent(left -> store.write(left, new RunState.RolledBack(), clock.instant())));
    }

    @Test
    void everyStepIsTakenOnceInItsOrderAndTheRunSucceeds() {
        drive();

        assertThat(scripts.calls()).containsExactly("first", "second", "point-of-no-return", "last");
        assertThat(state()).isInstanceOf(RunState.Succeeded.class);
        assertThat(triggers.next).isEmpty();
    }

    @Test
    void aStepThatWaitsIsLookedAtAgainWhenItSaidAndToldWhatItRemembers() {
        Duration soon = Duration.ofMinutes(3);
        scripts.script("first", new Outcome.Waiting(Progress.unmeasured("41 of 96 ranges"), soon, Map.of("job", "7")));

        runner.advance(turn());

        assertThat(state()).isInstanceOfSatisfying(RunState.Waiting.class, waiting -> {
            assertThat(waiting.reason()).isEqualTo("41 of 96 ranges");
            assertThat(waiting.until()).isCloseTo(triggers.next.orElseThrow(), within(1, ChronoUnit.MILLIS));
        });
        runner.advance(turn());
        assertThat(scripts.lastContext().memory()).containsEntry("job", "7");
        assertThat(scripts.lastContext().attempt()).isEqualTo(1);
    }

    @Test
    void aFailureIsTriedAgainUntilSomebodyMustLook() {
        Outcome failure = Outcome.retry("the node is down");
        scripts.script("first", failure, failure, failure, failure, failure);

        drive();

        assertThat(scripts.calls()).hasSize(guards.retryPolicy().attempts()).containsOnly("first");
        assertThat(state()).isInstanceOfSatisfying(RunState.NeedsAttention.class, stands -> assertThat(stands.reason())
                .isEqualTo("the node is down"));
        inTransaction(() -> runs.retry(run, ANN));
        drive();
        assertThat(state()).isInstanceOf(RunState.Succeeded.class);
    }

    @Test
    void aStepThatOnlyAPersonCanHelpIsBlockedWithoutAFailedAttemptAndGoesOnByItself() {
        scripts.failing("first", new NobodyIsLetIn());

        runner.advance(turn());

        assertThat(state()).isInstanceOfSatisfying(RunState.Waiting.class, waiting -> assertThat(waiting.reason())
                .isEqualTo("access.credentials (env:ORDERS) is refused"));
        assertThat(attempts("first", Direction.FORWARD))
                .singleElement()
                .extracting(Attempt::result)
                .isEqualTo(Optional.empty());
        drive();
        assertThat(state()).isInstanceOf(RunState.Succeeded.class);
    }

    private static final class NobodyIsLetIn extends RuntimeException implements UntilAPersonHelps {

        NobodyIsLetIn() {
            super("access.credentials (env:ORDERS) is refused");
        }
    }

    @Test
    void aStepThatTakesLongerThanItsLimitNeedsSomebody() {
        scripts.script("first", waits(), waits());
        runner.advance(turn());

        clock.forward(LIMIT.plusSeconds(1));
        runner.advance(turn());

        assertThat(state()).isInstanceOfSatisfying(RunState.NeedsAttention.class, stands -> assertThat(stands.reason())
                .contains("its limit is"));
    }

    @Test
    void aWorkerThatDiesAfterItsIntentIsFollowedByOneInTheSameAttempt() {
        Work abandoned = ledger.claim(turn(), clock.instant()).orElseThrow();

        runner.advance(turn());

        assertThat(abandoned.attempt().number()).isEqualTo(1);
        assertThat(scripts.lastContext().attempt()).isEqualTo(1);
        assertThat(attempts("first", Direction.FORWARD)).hasSize(1);
    }

    @Test
    void aWorkerThatSleptThroughATakeoverWritesNothing() {
        Work asleep = ledger.claim(turn(), clock.instant()).orElseThrow();
        runner.advance(turn());
        RunState before = state();

        assertThatThrownBy(() -> ledger.settle(asleep, Outcome.giveUp("late"), clock.instant()))
                .isInstanceOf(StaleEpoch.class);

        assertThat(state()).isEqualTo(before);
        assertThat(attempts("first", Direction.FORWARD))
                .extracting(Attempt::result)
                .containsExactly(done());
    }

    @Test
    void aRollbackTakesBackWhatWasBegunInReverseAndNothingElse() {
        scripts.script("second", waits());
        runner.advance(turn());
        runner.advance(turn());

        inTransaction(() -> runs.rollBack(run, ANN));
        drive();

        assertThat(scripts.calls()).containsExactly("first", "second", "undo second", "undo first");
        assertThat(state()).isInstanceOf(RunState.RolledBack.class);
    }

    @Test
    void behindThePointOfNoReturnARollbackIsRefused() {
        scripts.script("last", waits());
        runner.advance(turn());
        runner.advance(turn());
        runner.advance(turn());
        runner.advance(turn());

        assertThatThrownBy(() -> inTransaction(() -> runs.rollBack(run, ANN)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("point of no return");
    }

    @Test
    void anUndoIsNotAnsweredByWhatWasSaidOnTheWayThere() {
        scripts.script("second", waits());
        inTransaction(() -> runs.confirm(run, new StepId("first"), "yes, go", ANN));
        runner.advance(turn());
        assertThat(scripts.lastContext().confirmation()).hasValue("yes, go (ann)");
        runner.advance(turn());
        scripts.script("undo first", waits());
        inTransaction(() -> runs.rollBack(run, ANN));
        runner.advance(turn());
        runner.advance(turn());
        runner.advance(turn());

        assertThat(scripts.calls()).endsWith("undo first");
        assertThat(scripts.lastContext().confirmation()).isEmpty();
        inTransaction(() -> runs.confirm(run, new StepId("first"), "yes, back", ANN));
        runner.advance(turn());
        assertThat(scripts.lastContext().confirmation()).hasValue("yes, back (ann)");
    }

    @Test
    void aStepOfWhichNothingIsAskedCannotBeConfirmed() {
        inTransaction(() -> runs.rollBack(run, ANN));
        runner.advance(turn());

        assertThatThrownBy(() -> inTransaction(() -> runs.confirm(run, new StepId("last"), "yes", ANN)))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void aPausedRunDoesNothingUntilItIsResumed() {
        inTransaction(() -> runs.pause(run, ANN));
        drive();
        assertThat(scripts.calls()).isEmpty();
        assertThat(state()).isInstanceOf(RunState.Paused.class);

        inTransaction(() -> runs.resume(run, ANN));
        drive();

        assertThat(state()).isInstanceOf(RunState.Succeeded.class);
    }

    @Test
    void aClusterIsInOneRunAtATime() {
        ClusterName cluster = inTransaction(() -> runs.find(run)).orElseThrow().cluster();

        assertThatThrownBy(() -> inTransaction(() -> runs.start(cluster, "other", 1, Digest.of("plan"), ANN)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("already in run " + run);
    }

    private ClusterName imported() {
        String name = "run-" + UUID.randomUUID().toString().substring(0, 8);
        String file = InventoryExport.yaml(new Fleet(name, List.of(TestClusters.moving(name))));
        imports.run(ANN, ImportFormat.YAML, file.getBytes(StandardCharsets.UTF_8), Optional.empty());
        return new ClusterName(name);
    }

    /** As Quartz would, with the clock put forward to each next look. */
    private void drive() {
        for (int looks = 0; looks < 50 && triggers.next.isPresent(); looks++) {
            Instant next = triggers.next.get();
            triggers.next = Optional.empty();
            if (next.isAfter(clock.instant())) {
                clock.forward(Duration.between(clock.instant(), next));
            }
            runner.advance(turn());
        }
    }

    private Turn turn() {
        return new Turn(run, 1);
    }

    private RunState state() {
        return inTransaction(() -> runs.find(run)).orElseThrow().state();
    }

    private List<Attempt> attempts(String step, Direction direction) {
        return inTransaction(() -> store.attempts(run, new StepId(step), direction));
    }

    private static Optional<Attempt.Result> done() {
        return Optional.of(Attempt.Result.DONE);
    }

    private static Outcome waits() {
        return Outcome.waiting("under way", Duration.ofSeconds(5));
    }

    private static ChangePlan plan(ClusterName cluster) {
        Step point = new PointOfNoReturn("No way back.");
        return new ChangePlan(
                "fleet",
                cluster,
                "test",
                "Asks.",
                List.of(),
                List.of(),
                List.of(
                        step("first", new Gate("first"), Undo.by(new Gate("undo first"), "Asks.")),
                        step("second", new Gate("second"), Undo.by(new Gate("undo second"), "Asks.")),
                        step("point", point, Undo.none("It is one.")),
                        step("last", new Gate("last"), Undo.none("Too late."))));
    }

    private static PlannedStep step(String id, Step apply, Undo undo) {
        return new PlannedStep(
                new StepId(id), "phase", "Ask " + id, apply, undo, "To know.", Duration.ofMinutes(1), LIMIT);
    }

    private static <T> T inTransaction(java.util.concurrent.Callable<T> work) {
        return QuarkusTransaction.requiringNew().call(work);
    }

    private static void inTransaction(Runnable work) {
        QuarkusTransaction.requiringNew().run(work);
    }

    /** What the container's proxy does for the real one. */
    private final class LedgerInTransactions extends RunLedger {

        LedgerInTransactions(FrozenPlans plans) {
            super(store, confirmations, plans, triggers, guards);
        }

        @Override
        Optional<Work> claim(Turn turn, Instant now) {
            return inTransaction(() -> super.claim(turn, now));
        }

        @Override
        void settle(Work work, Outcome outcome, Instant now) {
            inTransaction(() -> super.settle(work, outcome, now));
        }
    }
}
