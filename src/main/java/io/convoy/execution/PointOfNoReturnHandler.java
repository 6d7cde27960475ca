package io.convoy.execution;

import io.convoy.plan.GeneralStep;
import jakarta.inject.Singleton;

/** Waits for somebody to say that there shall be no way back. */
@Singleton
class PointOfNoReturnHandler implements StepHandler<GeneralStep.PointOfNoReturn> {

    @Override
    public Class<GeneralStep.PointOfNoReturn> stepType() {
        return GeneralStep.PointOfNoReturn.class;
    }

    @Override
    public Outcome advance(GeneralStep.PointOfNoReturn step, StepContext context) {
        return context.confirmation()
                .map(answer -> Outcome.done("Passed: " + answer))
                .orElseGet(() -> new Outcome.Blocked(
                        "Waits to be confirmed as the point of no return: " + step.statement(), GateHandler.ASK_AGAIN));
    }
}
