package io.convoy.kafka;

import io.convoy.kafka.KafkaLook.Answers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.LogDirDescription;
import org.apache.kafka.clients.admin.ReplicaInfo;
import org.apache.kafka.common.TopicPartition;

/** Asks the brokers that receive a copy how far they are. */
final class CopyLook {

    private final Admin admin;
    private final Answers answers;

    CopyLook(Admin admin, Answers answers) {
        this.admin = admin;
        this.answers = answers;
    }

    /** How many bytes the new replicas lack together; empty while a broker is down or has not begun with its own. */
    OptionalLong lag(ThrottledCopy copy) {
        Set<BrokerId> receiving = copy.receiving();
        if (!copy.alive().containsAll(receiving)) {
            return OptionalLong.empty();
        }
        Map<Integer, Map<String, LogDirDescription>> directories = answers.of(
                admin.describeLogDirs(receiving.stream().map(BrokerId::value).toList())
                        .allDescriptions(),
                "describing log directories");
        List<Long> lags = new ArrayList<>();
        for (PartitionState partition : copy.partitions()) {
            for (BrokerId broker : partition.replicas().adding()) {
                Optional<ReplicaInfo> replica =
                        replica(partition.id(), directories.getOrDefault(broker.value(), Map.of()));
                if (replica.isEmpty()) {
                    return OptionalLong.empty();
                }
                // A follower's own offsetLag is no help: it counts from the high watermark that the follower knows.
                lags.add(Math.max(0, partition.size().bytes() - replica.get().size()));
            }
        }
        return OptionalLong.of(lags.stream().mapToLong(lag -> lag).sum());
    }

    private static Optional<ReplicaInfo> replica(PartitionId partition, Map<String, LogDirDescription> directories) {
        TopicPartition key = new TopicPartition(partition.topic(), partition.partition());
        return directories.values().stream()
                .flatMap(directory ->
                        Optional.ofNullable(directory.replicaInfos().get(key)).stream())
                .findFirst();
    }
}
