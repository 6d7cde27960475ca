package io.convoy.kafka;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewPartitionReassignment;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;

/** Another operator, who reassigns a partition of the same cluster as {@code kafka-reassign-partitions --throttle} would. */
final class SomebodyElse implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofMinutes(1);

    private final Admin admin;
    private final TopicPartition partition;
    private final int receiver;

    SomebodyElse(String bootstrapServers, PartitionId partition, int receiver) {
        this.admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers));
        this.partition = new TopicPartition(partition.topic(), partition.partition());
        this.receiver = receiver;
    }

    /** So slowly that it does not end by itself. */
    void reassign(List<Integer> brokers) throws ExecutionException, InterruptedException {
        throttle(Optional.of("1"), Optional.of(partition.partition() + ":" + receiver));
        admin.alterPartitionReassignments(Map.of(partition, Optional.of(new NewPartitionReassignment(brokers))))
                .all()
                .get();
    }

    /** As with {@code --verify}, in the end. */
    void complete() throws ExecutionException, InterruptedException {
        throttle(Optional.empty(), Optional.empty());
        await().atMost(LIMIT)
                .until(() ->
                        admin.listPartitionReassignments().reassignments().get().isEmpty());
    }

    /** Of one partition. */
    void makeTopic(String name, List<Integer> brokers) throws ExecutionException, InterruptedException {
        admin.createTopics(List.of(new NewTopic(name, Map.of(0, brokers))))
                .all()
                .get();
    }

    void dropTopic(String name) throws ExecutionException, InterruptedException {
        admin.deleteTopics(List.of(name)).all().get();
    }

    private void throttle(Optional<String> rate, Optional<String> replicas)
            throws ExecutionException, InterruptedException {
        admin.incrementalAlterConfigs(Map.of(
                        new ConfigResource(ConfigResource.Type.BROKER, Integer.toString(receiver)),
                        List.of(change("follower.replication.throttled.rate", rate)),
                        new ConfigResource(ConfigResource.Type.TOPIC, partition.topic()),
                        List.of(change("follower.replication.throttled.replicas", replicas))))
                .all()
                .get();
    }

    private static AlterConfigOp change(String key, Optional<String> value) {
        return new AlterConfigOp(
                new ConfigEntry(key, value.orElse("")),
                value.isPresent() ? AlterConfigOp.OpType.SET : AlterConfigOp.OpType.DELETE);
    }

    @Override
    public void close() {
        admin.close();
    }
}
