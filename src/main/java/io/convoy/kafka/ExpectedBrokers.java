package io.convoy.kafka;

import io.convoy.execution.Difference;
import io.convoy.execution.Position;
import io.convoy.kafka.KafkaView.LiveBroker;
import io.convoy.plan.GeneralStep.ProvisionNodes;
import io.convoy.plan.GeneralStep.RetireNodes;
import io.convoy.plan.KafkaStep.JoinBrokers;
import io.convoy.plan.KafkaStep.LeaveBrokers;
import io.convoy.plan.KafkaStep.MoveControllers;
import io.convoy.plan.PlannedBroker;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which brokers may be alive, and which controllers vote, at one position of a plan. Pure.
 *
 * <p>Those that the plan found, each in its rack, until they have been forgotten; and, once they are being made, the new ones. A
 * broker that is not there may be down, and is no difference. Votes are judged once a step has set them, and none is about to.
 */
final class ExpectedBrokers {

    private final Optional<String> clusterId;
    private final Map<Integer, String> racks;
    private final Set<Integer> forgotten;
    private final Optional<List<Integer>> voters;

    ExpectedBrokers(Position at) {
        clusterId = KafkaFacts.clusterId(at.plan().facts());
        racks = new HashMap<>(KafkaFacts.racks(at.plan().facts()));
        if (at.begun(ProvisionNodes.class).findAny().isPresent()
                || at.takenBack(RetireNodes.class).findAny().isPresent()) {
            planned(at).forEach(broker -> racks.put(broker.id(), KafkaFacts.rack(broker.rack())));
        }
        forgotten = at.done(LeaveBrokers.class)
                .flatMap(leave -> leave.brokers().stream())
                .map(PlannedBroker::id)
                .collect(Collectors.toSet());
        boolean areMoving = at.underWay(MoveControllers.class).findAny().isPresent();
        voters = at.done(MoveControllers.class)
                .filter(move -> !areMoving)
                .reduce((earlier, later) -> later)
                .map(move -> move.voters().stream().sorted().toList());
    }

    List<Difference> differences(KafkaView view) {
        List<Difference> differences = new ArrayList<>();
        clusterId
                .filter(id -> !id.equals(view.clusterId()))
                .ifPresent(id -> differences.add(new Difference("the cluster's id", view.clusterId(), id)));
        view.brokers().forEach(broker -> judge(broker, differences));
        return differences;
    }

    List<Difference> differences(Quorum quorum) {
        return voters.filter(expected -> !expected.equals(quorum.voterIds()))
                .map(expected -> List.of(
                        new Difference("the quorum", "of voters " + quorum.voterIds(), "of voters " + expected)))
                .orElse(List.of());
    }

    private void judge(LiveBroker broker, List<Difference> differences) {
        String subject = "broker " + broker.id() + " at " + broker.host();
        String rack = KafkaFacts.rack(broker.rack());
        String expected = racks.get(broker.id().value());
        if (forgotten.contains(broker.id().value())) {
            differences.add(new Difference(subject, "alive", "that it has left"));
        } else if (expected == null) {
            differences.add(new Difference(subject, "new", "no broker of this number"));
        } else if (!expected.equals(rack)) {
            differences.add(new Difference(subject, "in rack " + rack, "in rack " + expected));
        }
    }

    private static List<PlannedBroker> planned(Position at) {
        return at.plan().steps().stream()
                .map(step -> step.apply())
                .filter(JoinBrokers.class::isInstance)
                .map(JoinBrokers.class::cast)
                .flatMap(join -> join.brokers().stream())
                .toList();
    }
}
