package io.convoy.kafka;

import io.convoy.execution.Outcome;
import io.convoy.execution.Progress;
import io.convoy.execution.StepContext;
import io.convoy.execution.StepHandler;
import io.convoy.plan.TwoClusterStep.AwaitWrites;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Sees records arrive, or takes a person's word that there are none to send. */
@Singleton
class AwaitWritesHandler implements StepHandler<AwaitWrites> {

    private static final Duration SOON = Duration.ofSeconds(2);

    private final KafkaLinks links;

    AwaitWritesHandler(KafkaLinks links) {
        this.links = links;
    }

    @Override
    public Class<AwaitWrites> stepType() {
        return AwaitWrites.class;
    }

    @Override
    public Outcome advance(AwaitWrites step, StepContext context) {
        ReadingView view = links.side(context.cluster(), step.datacenter()).reading();
        Stillness stillness = Stillness.of(view, context);
        if (!stillness.grown().isEmpty()) {
            return Outcome.done(
                    "Records arrive in " + step.datacenter() + ", in " + Objection.names(stillness.grown()));
        }
        if (context.confirmation().isPresent()) {
            return Outcome.done("Nothing arrives in " + step.datacenter() + "; confirmed: "
                    + context.confirmation().get());
        }
        return new Outcome.Waiting(
                Progress.unmeasured("No record has arrived in " + step.datacenter() + " for "
                        + stillness.length().toSeconds()
                        + " s: see that producers use it, or confirm this step if they have nothing to write"),
                SOON,
                stillness.memory());
    }
}
