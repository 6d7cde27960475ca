package io.convoy.kafka;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.apache.kafka.common.TopicPartition;

/**
 * What {@code kafka-reassign-partitions --generate} proposes, from the function inside it that decides. Only for a JVM that has
 * Kafka's tools on its class path.
 */
final class KafkaGenerate {

    private final Method calculateAssignment;
    private final Constructor<?> usableBroker;

    KafkaGenerate() throws ReflectiveOperationException {
        calculateAssignment = Class.forName("org.apache.kafka.tools.reassign.ReassignPartitionsCommand")
                .getDeclaredMethod("calculateAssignment", Map.class, List.class);
        calculateAssignment.setAccessible(true);
        usableBroker = Class.forName("org.apache.kafka.metadata.placement.UsableBroker")
                .getConstructor(int.class, Optional.class, boolean.class);
    }

    /** A call with everything that it needs; what it brings is for {@link #assignment}. */
    Callable<Map<?, ?>> call(BenchmarkCluster cluster) throws ReflectiveOperationException {
        Map<TopicPartition, List<Integer>> current = new HashMap<>();
        cluster.partitions().forEach(state -> current.put(partition(state.id()), ids(state.replicas())));
        List<Object> brokers = new ArrayList<>();
        for (Broker broker : cluster.sides().destinations()) {
            brokers.add(usableBroker.newInstance(broker.id().value(), broker.rack(), false));
        }
        return () -> (Map<?, ?>) calculateAssignment.invoke(null, current, brokers);
    }

    static Assignment assignment(Map<?, ?> proposal) {
        Map<PartitionId, List<BrokerId>> replicas = new TreeMap<>();
        proposal.forEach((partition, ids) -> {
            TopicPartition id = (TopicPartition) partition;
            replicas.put(
                    new PartitionId(id.topic(), id.partition()),
                    ((List<?>) ids)
                            .stream()
                                    .map(broker -> new BrokerId((Integer) broker))
                                    .toList());
        });
        return new Assignment(replicas);
    }

    private static TopicPartition partition(PartitionId id) {
        return new TopicPartition(id.topic(), id.partition());
    }

    private static List<Integer> ids(Replicas replicas) {
        return replicas.present().stream().map(BrokerId::value).toList();
    }
}
