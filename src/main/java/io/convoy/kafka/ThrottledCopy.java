package io.convoy.kafka;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The partitions that a throttle is for and that are still being copied. Pure.
 *
 * @param view the cluster that they are in
 */
record ThrottledCopy(List<PartitionState> partitions, KafkaView view) {

    ThrottledCopy {
        partitions = List.copyOf(partitions);
    }

    static ThrottledCopy of(Throttle throttle, KafkaView view) {
        return new ThrottledCopy(
                view.partitions().stream()
                        .filter(partition -> !partition.replicas().adding().isEmpty() && throttle.isFor(partition.id()))
                        .toList(),
                view);
    }

    boolean isOver() {
        return partitions.isEmpty();
    }

    ThrottleLists lists() {
        Assignment running = new Assignment(partitions.stream()
                .collect(Collectors.toMap(
                        PartitionState::id, partition -> partition.replicas().assigned())));
        return ThrottleLists.of(running, partitions);
    }

    Set<BrokerId> receiving() {
        return partitions.stream()
                .flatMap(partition -> partition.replicas().adding().stream())
                .collect(Collectors.toSet());
    }

    Set<BrokerId> alive() {
        return view.brokers().stream().map(KafkaView.LiveBroker::id).collect(Collectors.toSet());
    }

    /** Whether a partition that nobody is moving has a replica that lags, on a broker that is alive. */
    boolean othersLag() {
        Set<BrokerId> alive = alive();
        return view.partitions().stream()
                .map(PartitionState::replicas)
                .filter(replicas -> !replicas.isBeingReassigned())
                .anyMatch(replicas -> replicas.assigned().stream()
                        .anyMatch(broker ->
                                alive.contains(broker) && !replicas.inSync().contains(broker)));
    }
}
