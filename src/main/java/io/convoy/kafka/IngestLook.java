package io.convoy.kafka;

import io.convoy.kafka.KafkaLook.Answers;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
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
            long all = next.get(key) - first.get(key);
            // Kafka answers with -1 where no record is as young as that.
            long young = lately.get(key) < 0 ? 0 : next.get(key) - lately.get(key);
            if (all > 0) {
                double recordSize = (double) partition.size().bytes() / all;
                rates.put(partition.id(), Math.round(young * recordSize / WINDOW.toSeconds()));
            }
        }
        return new Ingest(rates);
    }

    private Map<TopicPartition, Long> offsets(List<PartitionState> partitions, OffsetSpec spec) {
        Map<TopicPartition, OffsetSpec> wanted =
                partitions.stream().collect(Collectors.toMap(IngestLook::key, ignored -> spec));
        return answers.of(admin.listOffsets(wanted).all(), "listing offsets").entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> offset(entry.getValue())));
    }

    private static long offset(ListOffsetsResultInfo info) {
        return info.offset();
    }

    private static TopicPartition key(PartitionState partition) {
        return new TopicPartition(partition.id().topic(), partition.id().partition());
    }
}
