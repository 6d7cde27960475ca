package io.convoy.kafka;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts how much of each topic every broker has, so that a busy topic is not gathered on a few. */
final class TopicSpread {

    private final int[][] byPartition;

    /** Begins with nothing on any broker. */
    TopicSpread(List<Wanted> partitions, int brokers) {
        Map<String, int[]> byTopic = new HashMap<>();
        byPartition = partitions.stream()
                .map(wanted -> byTopic.computeIfAbsent(wanted.state().id().topic(), ignored -> new int[brokers]))
                .toArray(int[][]::new);
    }

    /** How many of this partition's topic the broker has. */
    int of(int partition, int broker) {
        return byPartition[partition][broker];
    }

    void add(int partition, int broker) {
        byPartition[partition][broker]++;
    }
}
