package io.convoy.lab;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/** Reads a topic of numbered records from its beginning to its end. */
final class TopicReading {

    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration LIMIT = Duration.ofMinutes(2);

    private TopicReading() {}

    static int partitions(KafkaRoute route, String topic) {
        try (Consumer<byte[], byte[]> consumer = route.reader()) {
            return partitions(consumer, topic).size();
        }
    }

    private static List<TopicPartition> partitions(Consumer<byte[], byte[]> consumer, String topic) {
        // A new topic is known to the controller first, and to a broker a moment later.
        if (!Pause.until(PATIENCE, () -> !consumer.partitionsFor(topic).isEmpty())) {
            throw new LabException("There is no topic " + topic);
        }
        return consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
    }

    /** All that is there when the reading begins. */
    static Arrivals whole(KafkaRoute route, String topic) {
        try (Consumer<byte[], byte[]> consumer = route.reader()) {
            return whole(consumer, topic);
        }
    }

    /** Of that, what was committed. */
    static Arrivals committed(KafkaRoute route, String topic) {
        try (Consumer<byte[], byte[]> consumer = route.committedReader()) {
            return whole(consumer, topic);
        }
    }

    private static Arrivals whole(Consumer<byte[], byte[]> consumer, String topic) {
        List<TopicPartition> partitions = partitions(consumer, topic);
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        Arrivals arrivals = new Arrivals(partitions.size());
        readTo(consumer.endOffsets(partitions), consumer, arrivals);
        return arrivals;
    }

    private static void readTo(Map<TopicPartition, Long> ends, Consumer<byte[], byte[]> consumer, Arrivals arrivals) {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        while (!ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue())) {
            if (System.nanoTime() > deadline) {
                throw new LabException("The final reading did not reach the end of " + ends);
            }
            consumer.poll(POLL).forEach(received -> arrivals.add(NumberedRecord.of(received)));
        }
    }
}
