package io.convoy.execution;

import io.convoy.execution.RunState.Direction;
import io.convoy.plan.ChangePlan;
import io.convoy.plan.PlannedStep;
import io.convoy.plan.Step;
import java.util.Optional;

/**
 * One call of a handler that has been claimed: its intent is on record, nothing is done yet.
 *
 * @param run as it was written by the claim; its epoch admits the one write that settles the call
 */
record Work(
        Run run,
        ChangePlan plan,
        PlannedStep planned,
        Direction direction,
        Attempt attempt,
        Optional<String> confirmation) {

    /** What is to be brought about: the step, or its undo on the way back. */
    Step step() {
        return direction == Direction.FORWARD
                ? planned.apply()
                : planned.undo().step().orElseThrow();
    }
}
