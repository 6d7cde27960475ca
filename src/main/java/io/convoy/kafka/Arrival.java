package io.convoy.kafka;

import io.convoy.execution.Outcome;
import io.convoy.plan.KafkaStep.MovePartitions;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** What is seen when nothing is left to move. */
final class Arrival {

    private static final Duration SOON = Duration.ofSeconds(1);

    private Arrival() {}

    static Outcome of(KafkaView view, MovePartitions step, Lifting lifting) {
        List<PartitionId> catchingUp = view.partitions().stream()
                .filter(partition -> !partition
                        .replicas()
                        .inSync()
                        .containsAll(partition.replicas().assigned()))
                .map(PartitionState::id)
                .toList();
        if (!catchingUp.isEmpty()) {
            return Outcome.waiting(
                    catchingUp.size() + " partitions wait for a replica to be in sync, " + catchingUp.get(0) + " first",
                    SOON);
        }
        Stream<String> left = step.source().stream()
                .map(id -> "Broker " + id + " has " + view.replicasOn(new BrokerId(id)) + " replicas");
        Stream<String> arrived = Stream.of(view.partitions().size() + " partitions (" + view.data()
                + " of one replica each) are on brokers " + step.destination() + ", all in sync");
        Stream<String> throttle =
                step.throttleBytesPerSecond().stream().map(rate -> "Read back: " + lifting.describe());
        return new Outcome.Done(
                Stream.of(arrived, left, throttle).flatMap(lines -> lines).toList());
    }
}
