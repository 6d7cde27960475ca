package io.convoy.kafka;

import io.convoy.execution.Outcome;
import io.convoy.execution.Progress;
import io.convoy.execution.StepContext;
import io.convoy.execution.StepHandler;
import io.convoy.plan.TwoClusterStep.AwaitQuiet;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Sees that the end of every partition stands still. */
@Singleton
class AwaitQuietHandler implements StepHandler<AwaitQuiet> {

    private static final Duration SOON = Duration.ofSeconds(2);

    private final KafkaLinks links;

    AwaitQuietHandler(KafkaLinks links) {
        this.links = links;
    }

    @Override
    public Class<AwaitQuiet> stepType() {
        return AwaitQuiet.class;
    }

    @Override
    public Outcome advance(AwaitQuiet step, StepContext context) {
        ReadingView view = links.side(context.cluster(), step.datacenter()).reading();
        Stillness stillness = Stillness.of(view, context);
        if (stillness.length().compareTo(step.apart()) >= 0) {
            return Outcome.done("The ends of all " + view.logs().size() + " partitions of " + step.datacenter()
                    + " have stood still for " + stillness.length().toSeconds() + " s");
        }
        String words = stillness.grown().isEmpty()
                ? "Nothing was written to " + step.datacenter() + " for "
                        + stillness.length().toSeconds() + " of " + step.apart().toSeconds() + " s"
                : "Producers still write to " + step.datacenter() + ": topics " + Objection.names(stillness.grown());
        return new Outcome.Waiting(Progress.unmeasured(words), SOON, stillness.memory());
    }
}
