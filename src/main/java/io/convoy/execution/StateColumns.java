package io.convoy.execution;

import io.convoy.execution.RunState.Active;
import io.convoy.execution.RunState.Direction;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A run's state as the columns of {@code run}, and back. */
record StateColumns(
        String word, int step, String direction, @Nullable Instant waitUntil, String reason) {

    static StateColumns of(RunState state) {
        int step = state instanceof Active active ? active.step() : 0;
        Direction direction = state instanceof Active active ? active.direction() : Direction.FORWARD;
        Instant until = state instanceof RunState.Waiting waiting ? waiting.until() : null;
        return new StateColumns(state.word(), step, direction.name(), until, state.reason());
    }

    RunState state() {
        Direction way = Direction.valueOf(direction);
        return switch (word) {
            case "PENDING" -> new RunState.Pending();
            case "RUNNING" -> new RunState.Running(step);
            case "WAITING" -> new RunState.Waiting(step, way, Objects.requireNonNull(waitUntil), reason);
            case "PAUSED" -> new RunState.Paused(step, way, reason);
            case "ROLLING_BACK" -> new RunState.RollingBack(step);
            case "NEEDS_ATTENTION" -> new RunState.NeedsAttention(step, way, reason);
            case "SUCCEEDED" -> new RunState.Succeeded();
            case "ROLLED_BACK" -> new RunState.RolledBack();
            default -> throw new IllegalStateException("The database holds a run in the unknown state " + word);
        };
    }
}
