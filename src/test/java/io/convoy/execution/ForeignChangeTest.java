package io.convoy.execution;

import static org.assertj.core.api.Assertions.assertThat;

import io.convoy.PostgresForTests;
import io.convoy.ShiftedClock;
import io.convoy.TestClusters;
import io.convoy.audit.AuditEntry;
import io.convoy.audit.AuditLog;
import io.convoy.base.Actor;
import io.convoy.base.ClusterName;
import io.convoy.base.Digest;
import io.convoy.base.RunId;
import io.convoy.base.StepId;
import io.convoy.history.HistoryCheck;
import io.convoy.inventory.Cluster;
import io.convoy.inventory.Fleet;
import io.convoy.inventory.ImportFormat;
import io.convoy.inventory.InventoryExport;
import io.convoy.inventory.InventoryImports;
import io.convoy.inventory.InventoryStore;
import io.convoy.plan.ChangePlan;
import io.convoy.plan.GeneralStep.Gate;
import io.convoy.plan.KafkaStep.UpgradeQuorum;
import io.convoy.plan.PlannedStep;
import io.convoy.plan.Step;
import io.convoy.plan.Undo;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From the look that sees somebody else's change to the word of whoever accepts it; over a real PostgreSQL. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class ForeignChangeTest {

    private static final Actor ANN = new Actor("ann");
    private static final Difference SUDDEN = new Difference("keyspace sudden", "new", "none of this name");
    private static final Difference STRANGER = new Difference("node 10.9.9.9", "new in dc_old r1", "no such node");

    private final RunStore store;
    private final RunGuards guards;
    private final WatchTable table;
    private final WatchSettings settings;
    private final InventoryStore inventory;
    private final AuditLog audit;
    private final ShiftedClock clock;
    private final Confirmations confirmations;
    private final InventoryImports imports;

    private final NotedTriggers triggers = new NotedTriggers();
    private final ScriptedHandlers scripts = new ScriptedHandlers();
    private final FakeChangeProbe probe = new FakeChangeProbe();

    private Runner runner;
    private Runs runs;
    private ChangeLedger changes;
    private ChangeLook look;
    private RunId run;

    ForeignChangeTest(
            RunStore store,
            RunGuards guards,
            WatchTable table,
            WatchSettings settings,
            InventoryStore inventory,
            AuditLog audit,
            ShiftedClock clock,
            Confirmations confirmations,
            InventoryImports imports) {
        this.store = store;
        this.guards = guards;
        this.table = table;
        this.settings = settings;
        this.inventory = inventory;
        this.audit = audit;
        this.clock = clock;
        this.confirmations = confirmations;
        this.imports = imports;
    }

    @BeforeEach
    void startARun() {
        ClusterName cluster = imported();
        FrozenPlans plans = ignored -> plan(cluster);
        runner = new Runner(new LedgerInTransactions(plans), scripts.handlers(), inventory, clock);
        runs = new Runs(store, confirmations, plans, new RunMoves(store, triggers, guards, clock), clock);
        changes = new ChangesInTransactions(plans);
        look = new ChangeLook(List.of(probe), changes, inventory, settings, clock);
        run = inTransaction(() -> runs.start(cluster, "pilot", 1, Digest.of("plan"), ANN))
                .id();
        taken(clock.instant());
    }

    @AfterEach
    void endTheRun() {
        clock.reset();
        inTransaction(() -> store.findRun(run)
                .filter(left -> !left.state().isFinal())
                .map(left -> store.write(left, new RunState.RolledBack(), clock.instant())));
    }

    /** Nobody has admitted these runs, of which the checker tells, too. */
    @AfterEach
    void theHistoryToldNothingThatMustNotBe() {
        HistoryCheck check = new HistoryCheck();
        entries().forEach(check::add);

        assertThat(check.report(clock.instant()).violations())
                .filteredOn(violation -> !violation.rule().equals("admitted"))
                .isEmpty();
    }

    @Test
    void aChangeIsToldAtTheNextSafePointWithWhatToDo() {
        probe.found = List.of(SUDDEN, STRANGER);
        look.take(run);
        look.take(run);

        drive();

        assertThat(scripts.calls()).isEmpty();
        assertThat(state()).isInstanceOfSatisfying(RunState.NeedsAttention.class, stands -> assertThat(stands.reason())
                .isEqualTo("Somebody else has changed the cluster: keyspace sudden is new, expected was none of this"
                        + " name; node 10.9.9.9 is new in dc_old r1, expected was no such node. Change it back and"
                        + " retry; or retry to go on with it as it is now; or roll back"));
        assertThat(acts("cluster.changed")).hasSize(1);
    }

    @Test
    void whatOneLookAloneHasSeenIsNotBelieved() {
        probe.found = List.of(SUDDEN);
        look.take(run);
        probe.found = List.of();
        look.take(run);
        probe.found = List.of(SUDDEN);
        look.take(run);

        drive();

        assertThat(state()).isInstanceOf(RunState.Succeeded.class);
    }

    @Test
    void whoeverRetriesAcceptsItWhichIsOnRecordAndItIsNotToldAgain() {
        told(SUDDEN);

        inTransaction(() -> runs.retry(run, ANN));
        look.take(run);
        look.take(run);
        drive();

        assertThat(state()).isInstanceOf(RunState.Succeeded.class);
        assertThat(acts("cluster.change-accepted")).singleElement().satisfies(entry -> {
            assertThat(entry.act().actor()).isEqualTo(ANN);
            assertThat(entry.act().details()).contains("keyspace sudden is new");
        });
    }

    @Test
    void anotherChangeThanTheAcceptedOneIsToldByItself() {
        told(SUDDEN);
        inTransaction(() -> runs.retry(run, ANN));
        probe.found = List.of(SUDDEN, STRANGER);
        look.take(run);
        look.take(run);

        runner.advance(turn());

        assertThat(state().reason()).contains("10.9.9.9").doesNotContain("sudden");
    }

    @Test
    void whoeverPausesAndResumesOrRollsBackHasReadItToo() {
        told(SUDDEN);
        inTransaction(() -> runs.pause(run, ANN));
        inTransaction(() -> runs.resume(run, ANN));
        look.take(run);
        look.take(run);
        runner.advance(turn());
        assertThat(state()).isInstanceOf(RunState.Running.class);

        probe.found = List.of(SUDDEN, STRANGER);
        look.take(run);
        look.take(run);
        runner.advance(turn());
        inTransaction(() -> runs.rollBack(run, ANN));
        look.take(run);
        look.take(run);
        drive();

        assertThat(state()).isInstanceOf(RunState.RolledBack.class);
        assertThat(acts("cluster.change-accepted")).hasSize(2);
    }

    @Test
    void aRunThatWasPausedBeforeAnybodyWasToldIsToldWhenItIsResumed() {
        probe.found = List.of(SUDDEN);
        look.take(run);
        look.take(run);
        inTransaction(() -> runs.pause(run, ANN));
        runner.advance(turn());
        assertThat(state()).isInstanceOf(RunState.Paused.class);

        inTransaction(() -> runs.resume(run, ANN));
        runner.advance(turn());

        assertThat(state()).isInstanceOf(RunState.NeedsAttention.class);
        assertThat(acts("cluster.change-accepted")).isEmpty();
    }

    @Test
    void aStepThatCannotBeLeftIsFinishedFirst() {
        scripts.script("upgrade-quorum", waits(), waits());
        runner.advance(turn());
        runner.advance(turn());
        probe.found = List.of(SUDDEN);
        look.take(run);
        look.take(run);

        runner.advance(turn());
        assertThat(state()).isInstanceOf(RunState.Waiting.class);
        drive();

        assertThat(scripts.calls()).endsWith("upgrade-quorum");
        assertThat(state()).isInstanceOfSatisfying(RunState.NeedsAttention.class, stands -> assertThat(stands.step())
                .isEqualTo(2));
    }

    @Test
    void whatIsChangedBackBeforeTheSafePointIsNotTold() {
        scripts.script("upgrade-quorum", waits(), waits());
        runner.advance(turn());
        runner.advance(turn());
        probe.found = List.of(SUDDEN);
        look.take(run);
        look.take(run);
        probe.found = List.of();
        look.take(run);

        drive();

        assertThat(state()).isInstanceOf(RunState.Succeeded.class);
    }

    @Test
    void aLookDuringWhichTheRunGoesOnSaysNothing() {
        probe.found = List.of(SUDDEN);
        probe.meanwhile = () -> runner.advance(turn());
        look.take(run);
        look.take(run);
        probe.meanwhile = () -> {};

        assertThat(inTransaction(() -> store.untold(run))).isEmpty();
    }

    @Test
    void aClusterThatCannotBeSeenOrAnswersTooLateIsNotChanged() {
        look.take(run);
        probe.found = List.of(SUDDEN);
        probe.meanwhile = () -> {
            throw new IllegalStateException("No node answers");
        };
        look.take(run);
        look.take(run);
        probe.meanwhile = () -> clock.forward(settings.longest().plusSeconds(1));
        look.take(run);
        look.take(run);

        assertThat(inTransaction(() -> store.untold(run))).isEmpty();
    }

    @Test
    void twoInstancesThatSeeTheSameTellItOnce() {
        probe.found = List.of(SUDDEN);
        ChangeLedger.Watched asSeenByTheOther =
                inTransaction(() -> changes.watched(run)).orElseThrow();
        look.take(run);
        look.take(run);
        runner.advance(turn());
        inTransaction(() -> runs.retry(run, ANN));

        changes.settle(asSeenByTheOther, probe.found, clock.instant());
        changes.settle(asSeenByTheOther, probe.found, clock.instant());
        drive();

        assertThat(state()).isInstanceOf(RunState.Succeeded.class);
        assertThat(acts("cluster.changed")).hasSize(1);
    }

    @Test
    void aClusterIsTakenForALookByOneInstanceAndWhenItIsTimeOrTheStepIsAnother() {
        Instant later = clock.instant().plus(Duration.ofHours(1));

        assertThat(taken(later)).contains(run);
        assertThat(taken(later)).as("another instance, or a round too early").doesNotContain(run);
        runner.advance(turn());
        assertThat(taken(later.plus(settings.again()))).as("the next step").contains(run);
        assertThat(taken(later.plus(settings.again().multipliedBy(2)))).doesNotContain(run);
        assertThat(taken(later.plus(settings.again()).plus(settings.every()))).contains(run);
    }

    @Test
    void aRunWhoseClusterDoesNotExistIsNotLookedAtAgain() {
        probe.knowsSuchPlans = false;
        look.take(run);

        assertThat(probe.looks).isZero();
        assertThat(taken(clock.instant().plus(Duration.ofDays(365)))).doesNotContain(run);
    }

    private void told(Difference difference) {
        probe.found = List.of(difference);
        look.take(run);
        look.take(run);
        runner.advance(turn());
        assertThat(state()).isInstanceOf(RunState.NeedsAttention.class);
    }

    private List<RunId> taken(Instant now) {
        return changes.take(1_000, now);
    }

    private ClusterName imported() {
        String name = "run-" + UUID.randomUUID().toString().substring(0, 8);
        String file = InventoryExport.yaml(new Fleet(name, List.of(TestClusters.moving(name))));
        imports.run(ANN, ImportFormat.YAML, file.getBytes(StandardCharsets.UTF_8), Optional.empty());
        return new ClusterName(name);
    }

    /** Until nothing is left to do, however long that takes. */
    private void drive() {
        for (int looks = 0; looks < 50 && triggers.next.isPresent(); looks++) {
            runner.advance(turn());
        }
    }

    private Turn turn() {
        return new Turn(run, 1);
    }

    private RunState state() {
        return inTransaction(() -> runs.find(run)).orElseThrow().state();
    }

    private List<AuditEntry> acts(String act) {
        return entries().stream().filter(entry -> entry.act().act().equals(act)).toList();
    }

    private List<AuditEntry> entries() {
        String cluster =
                inTransaction(() -> store.findRun(run)).orElseThrow().cluster().value();
        return audit.list(0, AuditLog.MOST_LISTED, Optional.of(cluster));
    }

    private static Outcome waits() {
        return Outcome.waiting("under way", Duration.ofSeconds(5));
    }

    private static ChangePlan plan(ClusterName cluster) {
        return new ChangePlan(
                "fleet",
                cluster,
                "test",
                "Asks.",
                List.of(),
                List.of(),
                List.of(
                        step("first", new Gate("first"), Undo.by(new Gate("undo first"), "Asks.")),
                        step("upgrade", new UpgradeQuorum(), Undo.none("It stays.")),
                        step("last", new Gate("last"), Undo.none("Too late."))));
    }

    private static PlannedStep step(String id, Step apply, Undo undo) {
        Duration limit = Duration.ofHours(1);
        return new PlannedStep(new StepId(id), "phase", "Do " + id, apply, undo, "To know.", limit, limit);
    }

    private static <T> T inTransaction(Callable<T> work) {
        return QuarkusTransaction.requiringNew().call(work);
    }

    /** Sees what the test says. */
    private static final class FakeChangeProbe implements ChangeProbe {

        private List<Difference> found = new ArrayList<>();
        private Runnable meanwhile = () -> {};
        private boolean knowsSuchPlans = true;
        private int looks;

        @Override
        public boolean watches(ChangePlan plan) {
            return knowsSuchPlans;
        }

        @Override
        public List<Difference> differences(Cluster cluster, Position at) {
            looks++;
            meanwhile.run();
            return found;
        }
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
            QuarkusTransaction.requiringNew().run(() -> super.settle(work, outcome, now));
        }
    }

    /** The same for looks. */
    private final class ChangesInTransactions extends ChangeLedger {

        ChangesInTransactions(FrozenPlans plans) {
            super(store, table, plans, triggers, settings);
        }

        @Override
        List<RunId> take(int most, Instant now) {
            return inTransaction(() -> super.take(most, now));
        }

        @Override
        Optional<Watched> watched(RunId id) {
            return inTransaction(() -> super.watched(id));
        }

        @Override
        void never(RunId id) {
            QuarkusTransaction.requiringNew().run(() -> super.never(id));
        }

        @Override
        void settle(Watched watched, List<Difference> found, Instant now) {
            QuarkusTransaction.requiringNew().run(() -> super.settle(watched, found, now));
        }
    }
}
