package io.convoy.execution;

import io.convoy.execution.RunState.Active;
import io.convoy.plan.ChangePlan;

/** Whether a run can still turn round. */
final class PointOfReturn {

    private PointOfReturn() {}

    /** True until the plan's point of no return is done; a run that already goes back may always go on going back. */
    static boolean allows(ChangePlan plan, Active at) {
        return plan.pointOfNoReturn()
                .map(id -> at.step() <= indexOf(plan, id) || at.direction() == RunState.Direction.BACK)
                .orElse(true);
    }

    private static int indexOf(ChangePlan plan, io.convoy.base.StepId id) {
        return plan.steps().indexOf(plan.step(id));
    }
}
