package io.convoy.execution;

import static io.convoy.execution.RunRig.ANN;
import static io.convoy.execution.RunRig.inTransaction;
import static io.convoy.execution.RunRig.waits;
import static org.assertj.core.api.Assertions.assertThat;

import io.convoy.PostgresForTests;
import io.convoy.base.ClusterName;
import io.convoy.base.RunId;
import io.convoy.inventory.Cluster;
import io.convoy.plan.ChangePlan;
import io.convoy.plan.GeneralStep.Gate;
import io.convoy.plan.KafkaStep.UpgradeQuorum;
import io.convoy.plan.Undo;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From the look that sees somebody else's change to the word of whoever accepts it; over a real PostgreSQL. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class ForeignChangeTest {

    private static final Difference SUDDEN = new Difference("keyspace sudden", "new", "none of this name");
    private static final Difference STRANGER = new Difference("node 10.9.9.9", "new in dc_old r1", "no such node");

    private final RunRig.Parts parts;
    private final WatchTable table;
    private final WatchSettings settings;
    private final FakeChangeProbe probe = new FakeChangeProbe();

    private RunRig rig;
    private ChangeLedger changes;
    private ChangeLook look;

    ForeignChangeTest(RunRig.Parts parts, WatchTable table, WatchSettings settings) {
        this.parts = parts;
        this.table = table;
        this.settings = settings;
    }

    @BeforeEach
    void begin() {
        rig = parts.begin(ForeignChangeTest::plan);
        changes = new ChangesInTransactions();
        look = new ChangeLook(List.of(probe), changes, rig.inventory, settings, rig.clock);
        taken(rig.clock.instant());
    }

    @AfterEach
    void end() {
        rig.end();
    }

    @Test
    void aChangeIsToldAtTheNextSafePointWithWhatToDo() {
        probe.found = List.of(SUDDEN, STRANGER);
        look.take(rig.run);
        look.take(rig.run);

        rig.drive();

        assertThat(rig.scripts.calls()).isEmpty();
        assertThat(rig.state()).isInstanceOfSatisfying(RunState.NeedsAttention.class, stands -> assertThat(
                        stands.reason())
                .isEqualTo("Somebody else has changed the cluster: keyspace sudden is new, expected was none of this"
                        + " name; node 10.9.9.9 is new in dc_old r1, expected was no such node. Change it back and"
                        + " retry; or retry to go on with it as it is now; or roll back"));
        assertThat(rig.acts("cluster.changed")).hasSize(1);
    }

    @Test
    void whatOneLookAloneHasSeenIsNotBelieved() {
        probe.found = List.of(SUDDEN);
        look.take(rig.run);
        probe.found = List.of();
        look.take(rig.run);
        probe.found = List.of(SUDDEN);
        look.take(rig.run);

        rig.drive();

        assertThat(rig.state()).isInstanceOf(RunState.Succeeded.class);
    }

    @Test
    void whoeverRetriesAcceptsItWhichIsOnRecordAndItIsNotToldAgain() {
        told(SUDDEN);

        rig.ask(runs -> runs.retry(rig.run, ANN));
        look.take(rig.run);
        look.take(rig.run);
        rig.drive();

        assertThat(rig.state()).isInstanceOf(RunState.Succeeded.class);
        assertThat(rig.acts("cluster.change-accepted")).singleElement().satisfies(entry -> {
            assertThat(entry.act().actor()).isEqualTo(ANN);
            assertThat(entry.act().details()).contains("keyspace sudden is new");
        });
    }

    @Test
    void anotherChangeThanTheAcceptedOneIsToldByItself() {
        told(SUDDEN);
        rig.ask(runs -> runs.retry(rig.run, ANN));
        probe.found = List.of(SUDDEN, STRANGER);
        look.take(rig.run);
        look.take(rig.run);

        rig.advance();

        assertThat(rig.state().reason()).contains("10.9.9.9").doesNotContain("sudden");
    }

    @Test
    void whoeverPausesAndResumesOrRollsBackHasReadItToo() {
        told(SUDDEN);
        rig.ask(runs -> runs.pause(rig.run, ANN));
        rig.ask(runs -> runs.resume(rig.run, ANN));
        look.take(rig.run);
        look.take(rig.run);
        rig.advance();
        assertThat(rig.state()).isInstanceOf(RunState.Running.class);

        probe.found = List.of(SUDDEN, STRANGER);
        look.take(rig.run);
        look.take(rig.run);
        rig.advance();
        rig.ask(runs -> runs.rollBack(rig.run, ANN));
        look.take(rig.run);
        look.take(rig.run);
        rig.drive();

        assertThat(rig.state()).isInstanceOf(RunState.RolledBack.class);
        assertThat(rig.acts("cluster.change-accepted")).hasSize(2);
    }

    @Test
    void aRunThatWasPausedBeforeAnybodyWasToldIsToldWhenItIsResumed() {
        probe.found = List.of(SUDDEN);
        look.take(rig.run);
        look.take(rig.run);
        rig.ask(runs -> runs.pause(rig.run, ANN));
        rig.advance();
        assertThat(rig.state()).isInstanceOf(RunState.Paused.class);

        rig.ask(runs -> runs.resume(rig.run, ANN));
        rig.advance();

        assertThat(rig.state()).isInstanceOf(RunState.NeedsAttention.class);
        assertThat(rig.acts("cluster.change-accepted")).isEmpty();
    }

    @Test
    void aStepThatCannotBeLeftIsFinishedFirst() {
        changeInTheMidstOfAStepThatCannotBeLeft();

        rig.advance();
        assertThat(rig.state()).isInstanceOf(RunState.Waiting.class);
        rig.drive();

        assertThat(rig.scripts.calls()).endsWith("upgrade-quorum");
        assertThat(rig.state())
                .isInstanceOfSatisfying(RunState.NeedsAttention.class, stands -> assertThat(stands.step())
                        .isEqualTo(2));
    }

    private void changeInTheMidstOfAStepThatCannotBeLeft() {
        rig.scripts.script("upgrade-quorum", waits(), waits());
        rig.advance();
        rig.advance();
        probe.found = List.of(SUDDEN);
        look.take(rig.run);
        look.take(rig.run);
    }

    @Test
    void whatIsChangedBackBeforeTheSafePointIsNotTold() {
        changeInTheMidstOfAStepThatCannotBeLeft();
        probe.found = List.of();
        look.take(rig.run);

        rig.drive();

        assertThat(rig.state()).isInstanceOf(RunState.Succeeded.class);
    }

    @Test
    void aLookDuringWhichTheRunGoesOnSaysNothing() {
        probe.found = List.of(SUDDEN);
        probe.meanwhile = () -> rig.advance();
        look.take(rig.run);
        look.take(rig.run);
        probe.meanwhile = () -> {};

        assertThat(inTransaction(() -> rig.store.untold(rig.run))).isEmpty();
    }

    @Test
    void aClusterThatCannotBeSeenOrAnswersTooLateIsNotChanged() {
        look.take(rig.run);
        probe.found = List.of(SUDDEN);
        probe.meanwhile = () -> {
            throw new IllegalStateException("No node answers");
        };
        look.take(rig.run);
        look.take(rig.run);
        probe.meanwhile = () -> rig.clock.forward(settings.longest().plusSeconds(1));
        look.take(rig.run);
        look.take(rig.run);

        assertThat(inTransaction(() -> rig.store.untold(rig.run))).isEmpty();
    }

    @Test
    void twoInstancesThatSeeTheSameTellItOnce() {
        probe.found = List.of(SUDDEN);
        ChangeLedger.Watched asSeenByTheOther =
                inTransaction(() -> changes.watched(rig.run)).orElseThrow();
        look.take(rig.run);
        look.take(rig.run);
        rig.advance();
        rig.ask(runs -> runs.retry(rig.run, ANN));

        changes.settle(asSeenByTheOther, probe.found, rig.clock.instant());
        changes.settle(asSeenByTheOther, probe.found, rig.clock.instant());
        rig.drive();

        assertThat(rig.state()).isInstanceOf(RunState.Succeeded.class);
        assertThat(rig.acts("cluster.changed")).hasSize(1);
    }

    @Test
    void aClusterIsTakenForALookByOneInstanceAndWhenItIsTimeOrTheStepIsAnother() {
        Instant later = rig.clock.instant().plus(Duration.ofHours(1));

        assertThat(taken(later)).contains(rig.run);
        assertThat(taken(later)).as("another instance, or a round too early").doesNotContain(rig.run);
        rig.advance();
        assertThat(taken(later.plus(settings.again()))).as("the next step").contains(rig.run);
        assertThat(taken(later.plus(settings.again().multipliedBy(2)))).doesNotContain(rig.run);
        assertThat(taken(later.plus(settings.again()).plus(settings.every()))).contains(rig.run);
    }

    @Test
    void aRunWhoseClusterDoesNotExistIsNotLookedAtAgain() {
        probe.knowsSuchPlans = false;
        look.take(rig.run);

        assertThat(probe.looks).isZero();
        assertThat(taken(rig.clock.instant().plus(Duration.ofDays(365)))).doesNotContain(rig.run);
    }

    private void told(Difference difference) {
        probe.found = List.of(difference);
        look.take(rig.run);
        look.take(rig.run);
        rig.advance();
        assertThat(rig.state()).isInstanceOf(RunState.NeedsAttention.class);
    }

    private List<RunId> taken(Instant now) {
        return changes.take(1_000, now);
    }

    private static ChangePlan plan(ClusterName cluster) {
        return RunRig.plan(
                cluster,
                List.of(
                        RunRig.step("first", new Gate("first"), Undo.by(new Gate("undo first"), "Asks.")),
                        RunRig.step("upgrade", new UpgradeQuorum(), Undo.none("It stays.")),
                        RunRig.step("last", new Gate("last"), Undo.none("Too late."))));
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
    private final class ChangesInTransactions extends ChangeLedger {

        ChangesInTransactions() {
            super(rig.store, table, rig.plans, rig.triggers, settings);
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
