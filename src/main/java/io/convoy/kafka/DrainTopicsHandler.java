package io.convoy.kafka;

import io.convoy.execution.Outcome;
import io.convoy.execution.StepContext;
import io.convoy.execution.StepHandler;
import io.convoy.plan.TwoClusterStep.DrainTopics;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Watches a cluster until every group has read all of it, while nobody writes to it any more. */
@Singleton
class DrainTopicsHandler implements StepHandler<DrainTopics> {

    private static final Duration SOON = Duration.ofSeconds(2);

    private final KafkaLinks links;

    DrainTopicsHandler(KafkaLinks links) {
        this.links = links;
    }

    @Override
    public Class<DrainTopics> stepType() {
        return DrainTopics.class;
    }

    @Override
    public Outcome advance(DrainTopics step, StepContext context) {
        LiveSide side = links.side(context.cluster(), step.datacenter());
        ReadingView view = side.reading();
        Stillness stillness = Stillness.of(view, context);
        Drain drain = Drain.of(side, view);
        return drain.isDone() && stillness.length().compareTo(step.apart()) >= 0
                ? new Outcome.Done(evidence(drain, stillness))
                : new Outcome.Waiting(drain.progress(), SOON, stillness.memory());
    }

    private static List<String> evidence(Drain drain, Stillness stillness) {
        List<String> evidence = new ArrayList<>();
        evidence.add("Nothing was written for " + stillness.length().toSeconds() + " s, and all "
                + drain.view().groups().size() + " groups have committed to the end of every partition");
        drain.view()
                .groups()
                .forEach(group -> evidence.add(group.name() + ": read to the end of "
                        + group.committed().size() + " partitions, with " + group.members() + " live members"));
        List<PartitionId> unclaimed = drain.view().unclaimed();
        if (!unclaimed.isEmpty()) {
            evidence.add("Read by no group: " + Objection.names(unclaimed));
        }
        return evidence;
    }
}
