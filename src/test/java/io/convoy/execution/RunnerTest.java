package io.convoy.execution;

import static io.convoy.execution.RunRig.ANN;
import static io.convoy.execution.RunRig.inTransaction;
import static io.convoy.execution.RunRig.waits;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.convoy.PostgresForTests;
import io.convoy.base.ClusterName;
import io.convoy.base.Digest;
import io.convoy.base.Refusal;
import io.convoy.base.StepId;
import io.convoy.execution.RunState.Direction;
import io.convoy.plan.ChangePlan;
import io.convoy.plan.GeneralStep.Gate;
import io.convoy.plan.GeneralStep.PointOfNoReturn;
import io.convoy.plan.Undo;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The engine over a real PostgreSQL, with handlers that do as the test says, a clock that it sets, and no waiting. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class RunnerTest {

    private final RunRig.Parts parts;
    private RunRig rig;

    RunnerTest(RunRig.Parts parts) {
        this.parts = parts;
    }

    @BeforeEach
    void begin() {
        rig = parts.begin(RunnerTest::plan);
    }

    @AfterEach
    void end() {
        rig.end();
    }

    @Test
    void everyStepIsTakenOnceInItsOrderAndTheRunSucceeds() {
        rig.drive();

        assertThat(rig.scripts.calls()).containsExactly("first", "second", "point-of-no-return", "last");
        assertThat(rig.state()).isInstanceOf(RunState.Succeeded.class);
        assertThat(rig.triggers.next).isEmpty();
    }

    @Test
    void aStepThatWaitsIsLookedAtAgainWhenItSaidAndToldWhatItRemembers() {
        Duration soon = Duration.ofMinutes(3);
        rig.scripts.script(
                "first", new Outcome.Waiting(Progress.unmeasured("41 of 96 ranges"), soon, Map.of("job", "7")));

        rig.advance();

        assertThat(rig.state()).isInstanceOfSatisfying(RunState.Waiting.class, waiting -> {
            assertThat(waiting.reason()).isEqualTo("41 of 96 ranges");
            assertThat(waiting.until()).isCloseTo(rig.triggers.next.orElseThrow(), within(1, ChronoUnit.MILLIS));
        });
        rig.advance();
        assertThat(rig.scripts.lastContext().memory()).containsEntry("job", "7");
        assertThat(rig.scripts.lastContext().attempt()).isEqualTo(1);
    }

    @Test
    void aFailureIsTriedAgainUntilSomebodyMustLook() {
        Outcome failure = Outcome.retry("the node is down");
        rig.scripts.script("first", failure, failure, failure, failure, failure);

        rig.drive();

        assertThat(rig.scripts.calls())
                .hasSize(rig.guards.retryPolicy().attempts())
                .containsOnly("first");
        assertThat(rig.state())
                .isInstanceOfSatisfying(RunState.NeedsAttention.class, stands -> assertThat(stands.reason())
                        .isEqualTo("the node is down"));
        rig.ask(runs -> runs.retry(rig.run, ANN));
        rig.drive();
        assertThat(rig.state()).isInstanceOf(RunState.Succeeded.class);
    }

    @Test
    void aStepThatOnlyAPersonCanHelpIsBlockedWithoutAFailedAttemptAndGoesOnByItself() {
        rig.scripts.failing("first", new NobodyIsLetIn());

        rig.advance();

        assertThat(rig.state()).isInstanceOfSatisfying(RunState.Waiting.class, waiting -> assertThat(waiting.reason())
                .isEqualTo("access.credentials (env:ORDERS) is refused"));
        assertThat(rig.attempts("first", Direction.FORWARD))
                .singleElement()
                .extracting(Attempt::result)
                .isEqualTo(Optional.empty());
        rig.drive();
        assertThat(rig.state()).isInstanceOf(RunState.Succeeded.class);
    }

    @Test
    void whatConvoysOwnDatabaseCouldNotDoIsNoFailedAttempt() {
        SQLException full = new SQLException("could not extend file: No space left on device", "53100");
        rig.scripts.failing("first", new PersistenceException(full));

        assertThatThrownBy(() -> rig.advance()).hasRootCause(full);
        assertThat(rig.attempts("first", Direction.FORWARD)).hasSize(1).allMatch(Attempt::isOpen);
        rig.advance();

        assertThat(rig.attempts("first", Direction.FORWARD))
                .extracting(Attempt::result)
                .containsExactly(done());
    }

    private static final class NobodyIsLetIn extends RuntimeException implements UntilAPersonHelps {

        NobodyIsLetIn() {
            super("access.credentials (env:ORDERS) is refused");
        }
    }

    @Test
    void aStepThatTakesLongerThanItsLimitNeedsSomebody() {
        rig.scripts.script("first", waits(), waits());
        rig.advance();

        rig.clock.forward(RunRig.LIMIT.plusSeconds(1));
        rig.advance();

        assertThat(rig.state())
                .isInstanceOfSatisfying(RunState.NeedsAttention.class, stands -> assertThat(stands.reason())
                        .contains("its limit is"));
    }

    @Test
    void aWorkerThatDiesAfterItsIntentIsFollowedByOneInTheSameAttempt() {
        Work abandoned = rig.ledger.claim(rig.turn(), rig.clock.instant()).orElseThrow();

        rig.advance();

        assertThat(abandoned.attempt().number()).isEqualTo(1);
        assertThat(rig.scripts.lastContext().attempt()).isEqualTo(1);
        assertThat(rig.attempts("first", Direction.FORWARD)).hasSize(1);
    }

    @Test
    void aWorkerThatSleptThroughATakeoverWritesNothing() {
        Work asleep = rig.ledger.claim(rig.turn(), rig.clock.instant()).orElseThrow();
        rig.advance();
        RunState before = rig.state();

        assertThatThrownBy(() -> rig.ledger.settle(asleep, Outcome.giveUp("late"), rig.clock.instant()))
                .isInstanceOf(StaleEpoch.class);

        assertThat(rig.state()).isEqualTo(before);
        assertThat(rig.attempts("first", Direction.FORWARD))
                .extracting(Attempt::result)
                .containsExactly(done());
    }

    @Test
    void aRollbackTakesBackWhatWasBegunInReverseAndNothingElse() {
        rig.scripts.script("second", waits());
        rig.advance();
        rig.advance();

        rig.ask(runs -> runs.rollBack(rig.run, ANN));
        rig.drive();

        assertThat(rig.scripts.calls()).containsExactly("first", "second", "undo second", "undo first");
        assertThat(rig.state()).isInstanceOf(RunState.RolledBack.class);
    }

    @Test
    void behindThePointOfNoReturnARollbackIsRefused() {
        rig.scripts.script("last", waits());
        rig.advance();
        rig.advance();
        rig.advance();
        rig.advance();

        assertThatThrownBy(() -> rig.ask(runs -> runs.rollBack(rig.run, ANN)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("point of no return");
    }

    @Test
    void anUndoIsNotAnsweredByWhatWasSaidOnTheWayThere() {
        rig.scripts.script("second", waits());
        rig.ask(runs -> runs.confirm(rig.run, new StepId("first"), "yes, go", ANN));
        rig.advance();
        assertThat(rig.scripts.lastContext().confirmation()).hasValue("yes, go (ann)");
        rig.advance();
        rig.scripts.script("undo first", waits());
        rig.ask(runs -> runs.rollBack(rig.run, ANN));
        rig.advance();
        rig.advance();
        rig.advance();

        assertThat(rig.scripts.calls()).endsWith("undo first");
        assertThat(rig.scripts.lastContext().confirmation()).isEmpty();
        rig.ask(runs -> runs.confirm(rig.run, new StepId("first"), "yes, back", ANN));
        rig.advance();
        assertThat(rig.scripts.lastContext().confirmation()).hasValue("yes, back (ann)");
    }

    @Test
    void aStepOfWhichNothingIsAskedCannotBeConfirmed() {
        rig.ask(runs -> runs.rollBack(rig.run, ANN));
        rig.advance();

        assertThatThrownBy(() -> rig.ask(runs -> runs.confirm(rig.run, new StepId("last"), "yes", ANN)))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void aPausedRunDoesNothingUntilItIsResumed() {
        rig.ask(runs -> runs.pause(rig.run, ANN));
        rig.drive();
        assertThat(rig.scripts.calls()).isEmpty();
        assertThat(rig.state()).isInstanceOf(RunState.Paused.class);

        rig.ask(runs -> runs.resume(rig.run, ANN));
        rig.drive();

        assertThat(rig.state()).isInstanceOf(RunState.Succeeded.class);
    }

    @Test
    void aClusterIsInOneRunAtATime() {
        ClusterName cluster =
                inTransaction(() -> rig.runs.find(rig.run)).orElseThrow().cluster();

        assertThatThrownBy(() -> rig.ask(runs -> runs.start(cluster, "other", 1, Digest.of("plan"), ANN)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("already in run " + rig.run);
    }

    private static Optional<Attempt.Result> done() {
        return Optional.of(Attempt.Result.DONE);
    }

    private static ChangePlan plan(ClusterName cluster) {
        return RunRig.plan(
                cluster,
                List.of(
                        RunRig.step("first", new Gate("first"), Undo.by(new Gate("undo first"), "Asks.")),
                        RunRig.step("second", new Gate("second"), Undo.by(new Gate("undo second"), "Asks.")),
                        RunRig.step("point", new PointOfNoReturn("No way back."), Undo.none("It is one.")),
                        RunRig.step("last", new Gate("last"), Undo.none("Too late."))));
    }
}
