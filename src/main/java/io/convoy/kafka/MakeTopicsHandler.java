package io.convoy.kafka;

import io.convoy.execution.Outcome;
import io.convoy.execution.StepContext;
import io.convoy.execution.StepHandler;
import io.convoy.plan.TwoClusterStep.MakeTopics;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;

/** Makes a source's topics in a second cluster: bare at first, then with their partitions, then configured. */
@Singleton
class MakeTopicsHandler implements StepHandler<MakeTopics> {

    private static final Duration SOON = Duration.ofSeconds(1);
    /** One request of many thousand topics would take longer than a broker may. */
    private static final int AT_A_TIME = 200;

    private final KafkaLinks links;

    MakeTopicsHandler(KafkaLinks links) {
        this.links = links;
    }

    @Override
    public Class<MakeTopics> stepType() {
        return MakeTopics.class;
    }

    @Override
    public Outcome advance(MakeTopics step, StepContext context) {
        List<TopicShape> wanted = links.side(context.cluster(), step.source()).topics();
        LiveSide destination = links.side(context.cluster(), step.destination());
        int brokers = destination.look().brokers().size();
        TopicCopy copy = TopicCopy.of(wanted, destination.topics(), brokers);
        if (!copy.conflicts().isEmpty()) {
            return Outcome.giveUp("Somebody made topics in " + step.destination() + " that are not alike: "
                    + Objection.names(copy.conflicts()));
        }
        if (copy.isDone()) {
            return Outcome.done(evidence(wanted, copy, brokers));
        }
        carryOut(copy, destination);
        return Outcome.waiting(
                copy.create().size() + " topics to make, " + copy.grow().size() + " to grow and "
                        + copy.configure().size() + " to configure, of " + wanted.size(),
                SOON);
    }

    private static void carryOut(TopicCopy copy, LiveSide destination) {
        if (!copy.create().isEmpty()) {
            destination.create(copy.create().stream().limit(AT_A_TIME).toList());
            return;
        }
        if (!copy.grow().isEmpty()) {
            destination.grow(copy.grow());
        }
        if (!copy.configure().isEmpty()) {
            destination.configure(copy.configure());
        }
    }

    private static String[] evidence(List<TopicShape> wanted, TopicCopy copy, int brokers) {
        List<String> fewer = wanted.stream()
                .filter(topic -> topic.replicationFactor() > brokers)
                .map(TopicShape::name)
                .toList();
        return java.util.stream.Stream.of(
                        wanted.size() + " topics with "
                                + wanted.stream()
                                        .mapToInt(TopicShape::partitions)
                                        .sum()
                                + " partitions are there, configured alike",
                        fewer.isEmpty()
                                ? ""
                                : "With " + brokers + " replicas only, as there are no more brokers: "
                                        + Objection.names(fewer),
                        copy.unknown().isEmpty()
                                ? ""
                                : "Settings that its version does not know: " + Objection.names(copy.unknown()))
                .filter(line -> !line.isEmpty())
                .toArray(String[]::new);
    }
}
