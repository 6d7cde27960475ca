package io.convoy.execution;

import io.convoy.plan.GeneralStep;
import io.convoy.plan.PlannedStep;

/**
 * The step that a run is about to take, or to go on with.
 *
 * @param begun whether it has been begun in this direction
 */
public record Ahead(PlannedStep planned, RunState.Direction direction, boolean begun) {

    public boolean isWayBack() {
        return direction == RunState.Direction.BACK;
    }

    public boolean passesReturn() {
        return !isWayBack() && planned.apply() instanceof GeneralStep.PointOfNoReturn;
    }
}
