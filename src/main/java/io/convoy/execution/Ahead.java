package io.convoy.execution;

import io.convoy.plan.GeneralStep;
import io.convoy.plan.PlannedStep;
import io.convoy.plan.Step;
import java.time.Duration;
import java.util.Optional;

/**
 * The step that a run is about to take, or to go on with.
 *
 * @param begun whether it has been begun in this direction
 * @param longest what it takes on the way forward, nine times out of ten: what permission is asked for, and the audit holds
 */
public record Ahead(PlannedStep planned, RunState.Direction direction, boolean begun, Duration longest) {

    public boolean isWayBack() {
        return direction == RunState.Direction.BACK;
    }

    /** Whether it has been begun and cannot be left before it ends. */
    boolean isInItsMidst() {
        return begun
                && !(isWayBack() ? planned.undo().step() : Optional.of(planned.apply()))
                        .map(Step::interruptible)
                        .orElse(true);
    }

    public boolean passesReturn() {
        return !isWayBack() && planned.apply() instanceof GeneralStep.PointOfNoReturn;
    }
}
