package io.convoy.kafka;

import java.util.Map;
import java.util.TreeMap;

/**
 * A topic without its records.
 *
 * @param settings every key of its configuration with the value that holds, whether its own or its broker's
 */
record TopicShape(String name, int partitions, int replicationFactor, Map<String, String> settings) {

    static final String MIN_IN_SYNC = "min.insync.replicas";

    TopicShape {
        settings = java.util.Collections.unmodifiableMap(new TreeMap<>(settings));
    }

    /** Whether it keeps the last record of every key, as a table does, instead of the newest records. */
    boolean isCompacted() {
        return settings.getOrDefault("cleanup.policy", "").contains("compact");
    }

    /** Whether an application of Kafka Streams keeps its state in it, or has records on their way through it. */
    boolean isOfStreams() {
        return name.endsWith("-changelog") || name.endsWith("-repartition");
    }

    /** With so many replicas at most; what must be in sync is bounded alike, or nobody could write. */
    TopicShape within(int brokers) {
        if (replicationFactor <= brokers) {
            return this;
        }
        Map<String, String> bounded = new TreeMap<>(settings);
        bounded.computeIfPresent(
                MIN_IN_SYNC, (key, value) -> Integer.toString(Math.min(Integer.parseInt(value), brokers)));
        return new TopicShape(name, partitions, brokers, bounded);
    }
}
