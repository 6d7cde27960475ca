package io.convoy.execution;

import io.convoy.plan.GeneralStep;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Waits for a person's answer. */
@Singleton
class GateHandler implements StepHandler<GeneralStep.Gate> {

    static final Duration ASK_AGAIN = Duration.ofMinutes(1);

    @Override
    public Class<GeneralStep.Gate> stepType() {
        return GeneralStep.Gate.class;
    }

    @Override
    public Outcome advance(GeneralStep.Gate step, StepContext context) {
        return context.confirmation()
                .map(answer -> Outcome.done("Confirmed: " + answer))
                .orElseGet(() -> new Outcome.Blocked("Waits for an answer: " + step.question(), ASK_AGAIN));
    }
}
