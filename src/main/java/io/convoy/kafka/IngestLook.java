package io.convoy.kafka;

import io.convoy.kafka.KafkaLook.Answers;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/**
 * Sees how fast clients write: as many records as have come within the last minutes, at the size that the partition's records
 * have on average. Where records carry timestamps of their own that lie in the past, it sees less than there is.
 */
final class IngestLook {

    private static final Duration WINDOW = Duration.ofMinutes(10);

    private final Admin admin;
    private final Answers answers;

    IngestLook(Admin admin, Answers answers) {
        this.admin = admin;
        this.answers = answers;
    }

    Ingest ingest(KafkaView view, Instant now) {
        List<PartitionState> led = view.partitions().stream()
                .filter(partition -> partition.replicas().leader().isPresent())
                .toList();
        Map<TopicPartition, Long> first = offsets(led, OffsetSpec.earliest());
        Map<TopicPartition, Long> next = offsets(led, OffsetSpec.latest());
        Map<TopicPartition, Long> lately =
                offsets(led, OffsetSpec.forTimestamp(now.minus(WINDOW).toEpochMilli()));
        Map<PartitionId, Long> rates = new HashMap<>();
        for (PartitionState partition : led) {
            TopicPartition key = key(partition);
            long end = next.getOrDefault(key, 0L);
            long all = end - first.getOrDefault(key, end);
            if (all > 0) {
                double recordSize = (double) partition.size().bytes() / all;
                long young = end - lately.getOrDefault(key, end);
                rates.put(partition.id(), Math.round(young * recordSize / WINDOW.toSeconds()));
            }
        }
        return new Ingest(rates);
    }

    /** Without those that have no such offset: no record is as young as that, or the topic is gone meanwhile. */
    private Map<TopicPartition, Long> offsets(List<PartitionState> partitions, OffsetSpec spec) {
        ListOffsetsResult asked = admin.listOffsets(
                partitions.stream().map(IngestLook::key).collect(Collectors.toMap(key -> key, ignored -> spec)));
        Map<TopicPartition, Long> offsets = new HashMap<>();
        for (PartitionState partition : partitions) {
            offset(asked, key(partition)).ifPresent(offset -> offsets.put(key(partition), offset));
        }
        return offsets;
    }

    private Optional<Long> offset(ListOffsetsResult asked, TopicPartition key) {
        try {
            return Optional.of(answers.of(asked.partitionResult(key), "telling offsets of " + key)
                            .offset())
                    .filter(offset -> offset >= 0);
        } catch (UnreachableKafkaException e) {
            return Optional.empty();
        }
    }

    private static TopicPartition key(PartitionState partition) {
        return new TopicPartition(partition.id().topic(), partition.id().partition());
    }
}
