package io.convoy.kafka;

import io.convoy.execution.Outcome;
import io.convoy.execution.StepContext;
import io.convoy.execution.StepHandler;
import io.convoy.plan.TwoClusterStep.ReadThere;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Sees groups at work in the destination, on the copies of what they have read in the source. */
@Singleton
class ReadThereHandler implements StepHandler<ReadThere> {

    private static final Duration LATER = Duration.ofSeconds(5);

    private final KafkaLinks links;

    ReadThereHandler(KafkaLinks links) {
        this.links = links;
    }

    @Override
    public Class<ReadThere> stepType() {
        return ReadThere.class;
    }

    @Override
    public Outcome advance(ReadThere step, StepContext context) {
        List<GroupState> source = links.side(context.cluster(), step.source()).groups();
        List<GroupState> destination =
                links.side(context.cluster(), step.destination()).groups();
        Set<String> lacking = new TreeSet<>();
        step.groups().forEach(name -> lacking.addAll(lacking(step, group(name, source), group(name, destination))));
        source.stream()
                .filter(GroupState::isAtWork)
                .forEach(group -> lacking.add(group.name() + " (still reads in " + step.source() + ")"));
        return lacking.isEmpty()
                ? Outcome.done("At work in " + step.destination() + ", on all their topics: "
                        + String.join(", ", step.groups()))
                : new Outcome.Blocked(
                        "Not every group reads in " + step.destination() + ": " + Objection.names(lacking), LATER);
    }

    private static GroupState group(String name, List<GroupState> groups) {
        return groups.stream()
                .filter(group -> group.name().equals(name))
                .findFirst()
                .orElseGet(() -> new GroupState(name, 0, Set.of(), java.util.Map.of()));
    }

    private static Set<String> lacking(ReadThere step, GroupState here, GroupState there) {
        if (!there.isAtWork()) {
            return Set.of(here.name() + " (no live member)");
        }
        Set<String> topics = here.topics().stream()
                .map(topic -> step.prefix() + topic)
                .filter(topic -> !there.topicsNow().contains(topic))
                .collect(Collectors.toSet());
        return topics.isEmpty() ? Set.of() : Set.of(here.name() + " (does not read " + Objection.names(topics) + ")");
    }
}
