package io.convoy.kafka;

import io.convoy.execution.Progress;
import io.convoy.plan.KafkaStep.MovePartitions;
import java.util.List;
import java.util.OptionalDouble;

/** How far partitions have come, for people. */
final class MovingProgress {

    private MovingProgress() {}

    static Progress of(KafkaView view, ReassignmentPlan plan, MovePartitions step) {
        long all = view.partitions().size();
        long arrived = view.partitions().stream()
                .filter(partition -> partition.replicas().assigned().stream()
                        .allMatch(broker -> step.destination().contains(broker.value())))
                .count();
        Move next = plan.moves().get(0);
        String detail = "%s batch %d, %d batches to go; %d of %d partitions have arrived"
                .formatted(words(next.phase()), next.batch(), plan.moves().size(), arrived, all);
        return new Progress(detail, fraction(view, step), parts(view, step));
    }

    private static String words(Move.Phase phase) {
        return switch (phase) {
            case ADD -> "copies";
            case ELECT -> "elects leaders of";
            case FINISH -> "completes";
        };
    }

    /** A partition is a third of the way when it is copied, two when it is led there. */
    private static OptionalDouble fraction(KafkaView view, MovePartitions step) {
        return view.partitions().stream()
                .mapToDouble(partition -> way(partition, step))
                .average();
    }

    private static double way(PartitionState partition, MovePartitions step) {
        List<BrokerId> there = partition.replicas().present().stream()
                .filter(broker -> step.destination().contains(broker.value()))
                .toList();
        boolean led = partition.replicas().leader().stream().anyMatch(there::contains);
        boolean gone = partition.replicas().assigned().size() == there.size();
        return (there.isEmpty() ? 0 : 1 / 3.0) + (led ? 1 / 3.0 : 0) + (gone ? 1 / 3.0 : 0);
    }

    private static List<Progress.Part> parts(KafkaView view, MovePartitions step) {
        return step.destination().stream()
                .map(id -> new Progress.Part(
                        "broker " + id, view.replicasOn(new BrokerId(id)) + " replicas", OptionalDouble.empty()))
                .toList();
    }
}
