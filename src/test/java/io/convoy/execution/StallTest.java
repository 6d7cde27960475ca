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

class StallTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final ClusterName ORDERS = new ClusterName("orders");
    /** A tenth of the hour that is expected is longer than five minutes. */
    private static final PlannedStep STEP = new PlannedStep(
            new StepId("010-copy"),
            "phase",
            "Copy",
            new GeneralStep.Pretend("copying", Duration.ofHours(1)),
            Undo.none("nothing"),
            "because",
            Duration.ofHours(1),
            Duration.ofHours(4));

    @Test
    void somebodyIsToldOnceOfWorkThatStandsStillAndItGoesOnBeingWatched() {
        Attempt moved = attempt().progressed(half(), Map.of(), NOON);

        Settlement first = settle(moved, half(), NOON.plus(Duration.ofMinutes(7)));
        Settlement again = settle(first.attempt(), half(), NOON.plus(Duration.ofMinutes(8)));

        assertThat(first.noteworthy()).contains("step.stalled");
        assertThat(first.state()).isInstanceOf(RunState.Waiting.class);
        assertThat(first.state().reason()).isEqualTo("No progress for 7 min: 5 of 10 GiB");
        assertThat(again.noteworthy()).isEmpty();
        assertThat(again.state().reason()).startsWith("No progress for 8 min");
    }

    @Test
    void workThatMovesAgainIsToldOfAnew() {
        Settlement stalled = settle(attempt().progressed(half(), Map.of(), NOON), half(), minutes(7));
        Settlement moving = settle(stalled.attempt(), Progress.of("6 of 10 GiB", 0.6, List.of()), minutes(8));
        Settlement stalledAgain = settle(moving.attempt(), Progress.of("6 of 10 GiB", 0.6, List.of()), minutes(15));

        assertThat(moving.noteworthy()).isEmpty();
        assertThat(moving.state().reason()).isEqualTo("6 of 10 GiB");
        assertThat(stalledAgain.noteworthy()).contains("step.stalled");
    }

    @Test
    void slowWorkAndWorkThatNobodyCanMeasureAreNoStall() {
        assertThat(settle(attempt().progressed(half(), Map.of(), NOON), half(), minutes(6))
                        .noteworthy())
                .isEmpty();
        assertThat(settle(attempt(), Progress.unmeasured("waits"), minutes(60)).noteworthy())
                .isEmpty();
    }

    private static Settlement settle(Attempt attempt, Progress progress, Instant now) {
        ChangePlan plan = new ChangePlan("demo", ORDERS, "test", "", List.of(), List.of(), List.of(STEP));
        Run run = new Run(
                RunId.random(),
                ORDERS,
                "pilot",
                1,
                Digest.of("plan"),
                new RunState.Running(0),
                7,
                NOON,
                NOON,
                new Actor("ada"));
        Work work = new Work(run, plan, STEP, Direction.FORWARD, attempt, Optional.empty());
        Outcome waiting = new Outcome.Waiting(progress, Duration.ofSeconds(2), Map.of());
        RetryPolicy once = new RetryPolicy(1, Duration.ofSeconds(5), 2, Duration.ofMinutes(1));
        return Settlement.of(work, waiting, once, now);
    }

    private static Attempt attempt() {
        return Attempt.begin(STEP.id(), Direction.FORWARD, 1, 7, NOON);
    }

    private static Progress half() {
        return Progress.of("5 of 10 GiB", 0.5, List.of());
    }

    private static Instant minutes(int after) {
        return NOON.plus(Duration.ofMinutes(after));
    }
}
