package io.convoy.execution;

import io.convoy.plan.GeneralStep.Pretend;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Lets time pass. */
@Singleton
class PretendHandler implements StepHandler<Pretend> {

    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

    @Override
    public Class<Pretend> stepType() {
        return Pretend.class;
    }

    @Override
    public Outcome advance(Pretend step, StepContext context) {
        Duration taken = Duration.between(context.attemptStarted(), context.now());
        Duration left = step.lasting().minus(taken);
        if (left.isNegative() || left.isZero()) {
            return Outcome.done("Pretended: " + step.work());
        }
        double fraction = (double) taken.toMillis() / step.lasting().toMillis();
        Progress progress = Progress.of(step.work(), fraction, List.of());
        return new Outcome.Waiting(progress, left.compareTo(LOOK_AGAIN) < 0 ? left : LOOK_AGAIN, Map.of());
    }
}
