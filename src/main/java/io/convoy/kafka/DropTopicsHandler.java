package io.convoy.kafka;

import io.convoy.execution.Outcome;
import io.convoy.execution.StepContext;
import io.convoy.execution.StepHandler;
import io.convoy.plan.TwoClusterStep.DropTopics;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Deletes what was made in a second cluster, and never a record that nobody has read. */
@Singleton
class DropTopicsHandler implements StepHandler<DropTopics> {

    private static final Duration SOON = Duration.ofSeconds(1);

    private final KafkaLinks links;

    DropTopicsHandler(KafkaLinks links) {
        this.links = links;
    }

    @Override
    public Class<DropTopics> stepType() {
        return DropTopics.class;
    }

    @Override
    public Outcome advance(DropTopics step, StepContext context) {
        LiveSide destination = links.side(context.cluster(), step.destination());
        Set<String> ours = links.side(context.cluster(), step.source()).topics().stream()
                .map(TopicShape::name)
                .collect(Collectors.toSet());
        Set<String> there =
                destination.topics().stream().map(TopicShape::name).collect(Collectors.toCollection(TreeSet::new));
        there.retainAll(ours);
        if (there.isEmpty()) {
            return Outcome.done("None of the " + ours.size() + " topics is in " + step.destination());
        }
        List<PartitionId> precious = Drain.precious(destination, destination.reading()).stream()
                .filter(partition -> there.contains(partition.topic()))
                .toList();
        if (!precious.isEmpty()) {
            return Outcome.giveUp("Records in " + step.destination() + " that no group has read would be lost: "
                    + Objection.names(precious)
                    + ". Read them, or bring them back to " + step.source() + ", then go on with the rollback");
        }
        destination.delete(there);
        return Outcome.waiting(there.size() + " topics are being deleted", SOON);
    }
}
