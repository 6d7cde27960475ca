package io.convoy.kafka;

import io.convoy.base.ByteSize;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Short words for tests of planning. */
final class Planning {

    private Planning() {}

    static ReassignmentPlan plan(ReassignmentRequest request) {
        return ReassignmentPlanner.plan(request).match(plan -> plan, objections -> {
            throw new AssertionError("Refused: " + objections);
        });
    }

    static List<Objection> refusal(ReassignmentRequest request) {
        return ReassignmentPlanner.plan(request)
                .match(
                        plan -> {
                            throw new AssertionError("Planned: " + plan);
                        },
                        objections -> objections);
    }

    static ReassignmentRequest first(List<PartitionState> partitions, Sides sides) {
        return new ReassignmentRequest(partitions, sides, Settled.NOTHING, ReassignmentOptions.usual(Crossing.ONCE));
    }

    static ReassignmentRequest later(ReassignmentRequest first, ReassignmentPlan plan, KafkaModel kafka) {
        return new ReassignmentRequest(kafka.partitions(), first.sides(), plan.settled(), first.options());
    }

    static ReassignmentRequest with(ReassignmentRequest request, ReassignmentOptions options) {
        return new ReassignmentRequest(request.partitions(), request.sides(), request.settled(), options);
    }

    /** Brokers with these racks, numbered from the first id on. */
    static List<Broker> brokers(int firstId, String... racks) {
        return IntStream.range(0, racks.length)
                .mapToObj(i -> new Broker(new BrokerId(firstId + i), Optional.of(racks[i]), Optional.empty()))
                .toList();
    }

    static List<Broker> withoutRacks(int firstId, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Broker(new BrokerId(firstId + i), Optional.empty(), Optional.empty()))
                .toList();
    }

    static List<BrokerId> ids(int... ids) {
        return IntStream.of(ids).mapToObj(BrokerId::new).toList();
    }

    /** A partition that is in sync and led by its first replica. */
    static PartitionState healthy(String topic, int number, String size, int... replicas) {
        List<BrokerId> ids = ids(replicas);
        return new PartitionState(
                new PartitionId(topic, number),
                Replicas.atRest(ids, Optional.of(ids.get(0)), new HashSet<>(ids)),
                ByteSize.parse(size),
                Math.max(1, replicas.length - 1));
    }

    static List<PartitionState> topic(String name, int partitions, String size, int... replicas) {
        List<PartitionState> states = new ArrayList<>();
        for (int i = 0; i < partitions; i++) {
            states.add(healthy(name, i, size, replicas));
        }
        return states;
    }

    static PartitionState with(PartitionState state, Replicas replicas) {
        return new PartitionState(state.id(), replicas, state.size(), state.minInSync());
    }

    static Set<BrokerId> set(int... ids) {
        return new HashSet<>(ids(ids));
    }
}
