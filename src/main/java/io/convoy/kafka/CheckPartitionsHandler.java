package io.convoy.kafka;

import io.convoy.execution.Outcome;
import io.convoy.execution.StepContext;
import io.convoy.execution.StepHandler;
import io.convoy.plan.KafkaStep.CheckPartitions;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;

/** Looks once more, just before anything is done, whether partitions can be moved. */
@Singleton
class CheckPartitionsHandler implements StepHandler<CheckPartitions> {

    private static final Duration LATER = Duration.ofSeconds(10);

    private final KafkaLinks links;

    CheckPartitionsHandler(KafkaLinks links) {
        this.links = links;
    }

    @Override
    public Class<CheckPartitions> stepType() {
        return CheckPartitions.class;
    }

    @Override
    public Outcome advance(CheckPartitions step, StepContext context) {
        KafkaView view = links.to(context.cluster()).look();
        List<Objection> objections = KafkaFindings.objections(view, step.source());
        return objections.isEmpty()
                ? Outcome.done(view.partitions().size() + " partitions are led, in sync and in nobody's hands, on "
                        + view.brokers().size() + " brokers")
                : new Outcome.Blocked(Objection.sentence(objections), LATER);
    }
}
