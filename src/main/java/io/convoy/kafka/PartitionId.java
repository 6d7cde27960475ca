package io.convoy.kafka;

import java.util.Set;

/** One partition of a topic. */
record PartitionId(String topic, int partition) implements Comparable<PartitionId> {

    /** Topics that brokers themselves live by; each stalled partition of them stalls many clients. */
    private static final Set<String> INTERNAL =
            Set.of("__consumer_offsets", "__transaction_state", "__share_group_state");

    PartitionId {
        if (topic.isBlank() || partition < 0) {
            throw new IllegalArgumentException("Not a partition: '" + topic + "' " + partition);
        }
    }

    boolean isInternal() {
        return INTERNAL.contains(topic);
    }

    @Override
    public int compareTo(PartitionId other) {
        int byTopic = topic.compareTo(other.topic);
        return byTopic != 0 ? byTopic : Integer.compare(partition, other.partition);
    }

    /** As Kafka writes it, for example {@code orders-7}. */
    @Override
    public String toString() {
        return topic + "-" + partition;
    }
}
