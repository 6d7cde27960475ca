package io.convoy.execution;

import static org.assertj.core.api.Assertions.assertThat;

import io.convoy.base.Actor;
import io.convoy.base.ClusterName;
import io.convoy.base.Digest;
import io.convoy.base.RunId;
import io.convoy.base.StepId;
import io.convoy.execution.RunState.Direction;
import io.convoy.plan.ChangePlan;
import io.convoy.plan.GeneralStep;
import io.convoy.plan.PlannedStep;
import io.convoy.plan.Undo;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SettlementTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final ClusterName ORDERS = new ClusterName("orders");
    private static final RetryPolicy TWICE = new RetryPolicy(2, Duration.ofSeconds(5), 2, Duration.ofMinutes(1));

    @Test
    void aStepThatIsDoneMovesTheRunOnAndKeepsItsEvidence() {
        Settlement settlement = settle(0, 1, Outcome.done("seen"), NOON);

        assertThat(settlement.state()).isEqualTo(new RunState.Running(1));
        assertThat(settlement.attempt().result()).contains(Attempt.Result.DONE);
        assertThat(settlement.attempt().notes()).containsExactly("seen");
    }

    @Test
    void theLastStepEndsTheRun() {
        assertThat(settle(1, 1, Outcome.done(), NOON).state()).isEqualTo(new RunState.Succeeded());
    }

    @Test
    void waitingKeepsTheAttemptOpenAndItsMemory() {
        Outcome waiting =
                new Outcome.Waiting(Progress.unmeasured("3 of 9"), Duration.ofSeconds(2), Map.of("done", "3"));

        Settlement settlement = settle(0, 1, waiting, NOON);

        assertThat(settlement.state())
                .isEqualTo(new RunState.Waiting(0, Direction.FORWARD, NOON.plusSeconds(2), "3 of 9"));
        assertThat(settlement.attempt().isOpen()).isTrue();
        assertThat(settlement.attempt().memory()).containsEntry("done", "3");
    }

    @Test
    void waitingBeyondTheStepsLimitNeedsAttention() {
        Settlement settlement = settle(0, 1, Outcome.waiting("3 of 9", Duration.ofSeconds(2)), NOON.plusSeconds(61));

        assertThat(settlement.state()).isInstanceOf(RunState.NeedsAttention.class);
        assertThat(settlement.state().reason()).contains("limit is PT1M").contains("3 of 9");
    }

    @Test
    void aRetryableFailureIsTriedAgainAfterItsBackoff() {
        Settlement settlement = settle(0, 1, Outcome.retry("source lost"), NOON);

        assertThat(settlement.state().reason()).contains("source lost").contains("attempt 2 of 2");
        assertThat(settlement.attempt().result()).contains(Attempt.Result.FAILED);
    }

    @Test
    void theLastAttemptsFailureNeedsAttention() {
        assertThat(settle(0, 2, Outcome.retry("source lost"), NOON).state())
                .isEqualTo(new RunState.NeedsAttention(0, Direction.FORWARD, "source lost"));
    }

    @Test
    void aPersonsRetryGrantsAFreshRoundOfAttempts() {
        assertThat(settle(0, 3, Outcome.retry("source lost"), NOON).state()).isInstanceOf(RunState.Waiting.class);
    }

    @Test
    void aFailureThatNoRetryMendsNeedsAttentionAtOnce() {
        assertThat(settle(0, 1, Outcome.giveUp("unknown keyspace"), NOON).state())
                .isInstanceOf(RunState.NeedsAttention.class);
    }

    private static Settlement settle(int step, int attempt, Outcome outcome, Instant now) {
        ChangePlan plan = new ChangePlan(
                "demo", ORDERS, "test", "", List.of(), List.of(), List.of(planned("010-first"), planned("020-second")));
        PlannedStep planned = plan.steps().get(step);
        Run run = new Run(
                RunId.random(),
                ORDERS,
                "pilot",
                1,
                Digest.of("plan"),
                new RunState.Running(step),
                7,
                NOON,
                NOON,
                new Actor("ada"));
        Attempt open = Attempt.begin(planned.id(), Direction.FORWARD, attempt, 7, NOON);
        Work work = new Work(run, plan, planned, Direction.FORWARD, open, Optional.empty());
        return Settlement.of(work, outcome, TWICE, now);
    }

    private static PlannedStep planned(String id) {
        return new PlannedStep(
                new StepId(id),
                "phase",
                "title",
                new GeneralStep.Gate("Ready?"),
                Undo.none("asks only"),
                "because",
                Duration.ofSeconds(1),
                Duration.ofMinutes(1));
    }
}
