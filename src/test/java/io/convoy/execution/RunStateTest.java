package io.convoy.execution;

import static org.assertj.core.api.Assertions.assertThat;

import io.convoy.execution.RunState.Direction;
import io.convoy.execution.RunState.NeedsAttention;
import io.convoy.execution.RunState.Paused;
import io.convoy.execution.RunState.Pending;
import io.convoy.execution.RunState.RolledBack;
import io.convoy.execution.RunState.RollingBack;
import io.convoy.execution.RunState.Running;
import io.convoy.execution.RunState.Succeeded;
import io.convoy.execution.RunState.Waiting;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunStateTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    @Test
    void aRunGoesForwardStepByStepUntilItHasSucceeded() {
        RunState second = new Pending().started().stepCompleted(2);

        assertThat(second).isEqualTo(new Running(1));
        assertThat(((Running) second).stepCompleted(2)).isEqualTo(new Succeeded());
    }

    @Test
    void aRunGoesBackStepByStepUntilItIsRolledBack() {
        RunState first = new RollingBack(1).stepCompleted(2);

        assertThat(first).isEqualTo(new RollingBack(0));
        assertThat(((RollingBack) first).stepCompleted(2)).isEqualTo(new RolledBack());
    }

    @Test
    void aPausedRunResumesTheWayThatItWasGoing() {
        assertThat(new RollingBack(3).paused("by ada").goesOn()).isEqualTo(new RollingBack(3));
        assertThat(new Waiting(3, Direction.FORWARD, NOON, "rebuilding")
                        .paused("by ada")
                        .goesOn())
                .isEqualTo(new Running(3));
    }

    @Test
    void turningRoundBeginsWithTheStepAtWhichTheRunStands() {
        assertThat(new NeedsAttention(4, Direction.FORWARD, "lost").rollBack()).isEqualTo(new RollingBack(4));
    }

    @Test
    void onlyDrivenStatesGoOnWithoutAnybody() {
        assertThat(List.of(new Pending(), new Running(0), new RollingBack(0))).allMatch(RunState::isDriven);
        assertThat(List.of(new Succeeded(), new RolledBack(), new Paused(0, Direction.FORWARD, "")))
                .noneMatch(RunState::isDriven);
    }

    @Test
    void everyStateSurvivesItsColumns() {
        List<RunState> states = List.of(
                new Pending(),
                new Running(2),
                new Waiting(2, Direction.BACK, NOON, "waits"),
                new Paused(1, Direction.FORWARD, "by ada"),
                new RollingBack(7),
                new NeedsAttention(3, Direction.BACK, "lost"),
                new Succeeded(),
                new RolledBack());

        assertThat(states)
                .allSatisfy(state -> assertThat(StateColumns.of(state).state()).isEqualTo(state));
    }
}
