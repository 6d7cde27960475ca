package io.convoy.kafka;

import io.convoy.execution.Difference;
import io.convoy.execution.Position;
import io.convoy.execution.RunState.Direction;
import io.convoy.plan.KafkaStep.CheckPartitions;
import io.convoy.plan.KafkaStep.MovePartitions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Where replicas may be at one position of a plan, and who may move them. Pure.
 *
 * <ol>
 *   <li>While a step checks or moves partitions: anywhere. That step sees by itself what others do, and waits for them.
 *   <li>Else nobody moves any.
 *   <li>Brokers that the move has emptied stay empty, for they are about to go: on the way there the old ones, back the new.
 * </ol>
 */
final class ExpectedReplicas {

    private final boolean anywhere;
    private final Set<BrokerId> emptied = new HashSet<>();

    ExpectedReplicas(Position at) {
        anywhere = Stream.concat(at.underWay(CheckPartitions.class), at.underWay(MovePartitions.class))
                .findAny()
                .isPresent();
        Stream<MovePartitions> moves = at.direction() == Direction.FORWARD
                ? at.done(MovePartitions.class)
                : at.takenBack(MovePartitions.class);
        moves.flatMap(move -> move.source().stream()).forEach(broker -> emptied.add(new BrokerId(broker)));
    }

    List<Difference> differences(List<PartitionState> partitions) {
        if (anywhere) {
            return List.of();
        }
        List<Difference> differences = new ArrayList<>();
        Map<String, Set<BrokerId>> leftBehind = new TreeMap<>();
        Set<BrokerId> moving = new TreeSet<>();
        for (PartitionState partition : partitions) {
            Replicas replicas = partition.replicas();
            moving.addAll(replicas.adding());
            moving.addAll(replicas.removing());
            replicas.assigned().stream().filter(emptied::contains).forEach(broker -> leftBehind
                    .computeIfAbsent(partition.id().topic(), ignored -> new TreeSet<>())
                    .add(broker));
        }
        moving.forEach(broker -> differences.add(new Difference(
                "broker " + broker, "getting or losing replicas", "that no partition is reassigned at this step")));
        leftBehind.forEach((topic, brokers) -> differences.add(
                new Difference("topic " + topic, "on brokers " + brokers, "on none of them, as they are to go")));
        return differences;
    }
}
