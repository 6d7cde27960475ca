package io.convoy.kafka;

import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;

/** One of two clusters between which topics and clients move: what is in it, and how far it was read. */
final class LiveSide {

    private static final Duration POLL = Duration.ofMillis(500);
    private static final int POLLS = 20;

    private final Admin admin;
    private final KafkaLook.Answers answers;
    private final Opening readers;

    /** Opens consumers of no group, which see committed records only. */
    interface Opening {
        Consumer<byte[], byte[]> open();
    }

    LiveSide(Admin admin, KafkaLook.Answers answers, Opening readers) {
        this.admin = admin;
        this.answers = answers;
        this.readers = readers;
    }

    KafkaView look() {
        return new KafkaLook(admin, answers).view();
    }

    /** Its controllers; empty where ZooKeeper keeps the metadata. */
    Optional<Quorum> quorum() {
        return new KafkaLook(admin, answers).quorum();
    }

    /** The names of the listeners that a broker offers to clients and other brokers. */
    List<String> listeners(BrokerId broker) {
        return List.copyOf(new ListenerLook(admin, answers).of(List.of(broker)).getOrDefault(broker, Set.of()));
    }

    /** Every topic but internal ones, ordered by name. */
    List<TopicShape> topics() {
        Map<String, TopicDescription> described = described();
        Map<String, Map<String, String>> settings = settings(described.keySet());
        return described.values().stream()
                .map(topic -> new TopicShape(
                        topic.name(),
                        topic.partitions().size(),
                        topic.partitions().get(0).replicas().size(),
                        settings.getOrDefault(topic.name(), Map.of())))
                .sorted(Comparator.comparing(TopicShape::name))
                .toList();
    }

    private Map<String, TopicDescription> described() {
        Set<String> names = answers.of(admin.listTopics().names(), "listing topics").stream()
                .filter(InternalTopics::isNone)
                .collect(Collectors.toSet());
        return answers.of(admin.describeTopics(names).allTopicNames(), "describing topics");
    }

    private Map<String, Map<String, String>> settings(Collection<String> topics) {
        List<ConfigResource> resources = topics.stream().map(LiveSide::resource).toList();
        Map<ConfigResource, Config> configs =
                answers.of(admin.describeConfigs(resources).all(), "describing topic configurations");
        Map<String, Map<String, String>> settings = new HashMap<>();
        configs.forEach((resource, config) -> settings.put(
                resource.name(),
                config.entries().stream()
                        .filter(entry -> entry.value() != null)
                        .collect(Collectors.toMap(ConfigEntry::name, ConfigEntry::value))));
        return settings;
    }

    private static ConfigResource resource(String topic) {
        return new ConfigResource(ConfigResource.Type.TOPIC, topic);
    }

    /** Bare ones, with the broker's defaults. */
    void create(Collection<TopicShape> topics) {
        List<NewTopic> fresh = topics.stream()
                .map(topic -> new NewTopic(topic.name(), topic.partitions(), (short) topic.replicationFactor()))
                .toList();
        answers.of(admin.createTopics(fresh).all(), "creating " + fresh.size() + " topics");
    }

    void grow(Map<String, Integer> partitions) {
        Map<String, NewPartitions> wanted = partitions.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> NewPartitions.increaseTo(entry.getValue())));
        answers.of(admin.createPartitions(wanted).all(), "adding partitions to " + partitions.keySet());
    }

    void configure(Map<String, Map<String, String>> settings) {
        Map<ConfigResource, Collection<AlterConfigOp>> changes = new HashMap<>();
        settings.forEach((topic, keys) -> changes.put(
                resource(topic),
                keys.entrySet().stream()
                        .map(key -> new AlterConfigOp(
                                new ConfigEntry(key.getKey(), key.getValue()), AlterConfigOp.OpType.SET))
                        .toList()));
        answers.of(admin.incrementalAlterConfigs(changes).all(), "configuring " + settings.keySet());
    }

    void delete(Collection<String> topics) {
        answers.of(admin.deleteTopics(topics).all(), "deleting " + topics);
    }

    ReadingView reading() {
        return new ReadingView(logs(), groups());
    }

    Map<PartitionId, LogSpan> logs() {
        Set<TopicPartition> partitions = new HashSet<>();
        described().values().forEach(topic -> topic.partitions()
                .forEach(partition -> partitions.add(new TopicPartition(topic.name(), partition.partition()))));
        Map<TopicPartition, ListOffsetsResultInfo> starts = offsets(partitions, OffsetSpec.earliest());
        Map<TopicPartition, ListOffsetsResultInfo> ends = offsets(partitions, OffsetSpec.latest());
        Map<PartitionId, LogSpan> logs = new HashMap<>();
        // Retention may go on between the two questions.
        ends.forEach((partition, end) -> {
            ListOffsetsResultInfo start = starts.getOrDefault(partition, end);
            logs.put(id(partition), new LogSpan(start.offset(), Math.max(start.offset(), end.offset())));
        });
        return logs;
    }

    private Map<TopicPartition, ListOffsetsResultInfo> offsets(Set<TopicPartition> partitions, OffsetSpec which) {
        Map<TopicPartition, OffsetSpec> asked =
                partitions.stream().collect(Collectors.toMap(partition -> partition, partition -> which));
        return answers.of(admin.listOffsets(asked).all(), "asking for offsets");
    }

    List<GroupState> groups() {
        Map<String, ConsumerGroupDescription> described = LiveGroups.described(admin, answers);
        Map<String, Map<TopicPartition, OffsetAndMetadata>> committed = committed(described.keySet());
        return described.values().stream()
                .map(group -> state(group, committed.getOrDefault(group.groupId(), Map.of())))
                .toList();
    }

    private Map<String, Map<TopicPartition, OffsetAndMetadata>> committed(Collection<String> groups) {
        Map<String, ListConsumerGroupOffsetsSpec> asked =
                groups.stream().collect(Collectors.toMap(group -> group, group -> new ListConsumerGroupOffsetsSpec()));
        return answers.of(admin.listConsumerGroupOffsets(asked).all(), "asking for groups' offsets");
    }

    private static GroupState state(ConsumerGroupDescription group, Map<TopicPartition, OffsetAndMetadata> committed) {
        Map<PartitionId, Long> offsets = new HashMap<>();
        committed.forEach((partition, offset) -> {
            if (offset != null) {
                offsets.put(id(partition), offset.offset());
            }
        });
        Set<PartitionId> assigned = group.members().stream()
                .flatMap(member -> member.assignment().topicPartitions().stream())
                .map(LiveSide::id)
                .collect(Collectors.toSet());
        return new GroupState(group.groupId(), group.members().size(), assigned, offsets);
    }

    private static PartitionId id(TopicPartition partition) {
        return new PartitionId(partition.topic(), partition.partition());
    }

    /**
     * Whether no record that a consumer would get lies between an offset and the end: transactions leave marks and withdrawn
     * records there, which are never delivered and never committed as read.
     */
    boolean isReadTo(PartitionId partition, long from, long end) {
        TopicPartition wanted = new TopicPartition(partition.topic(), partition.partition());
        try (Consumer<byte[], byte[]> reader = readers.open()) {
            reader.assign(List.of(wanted));
            reader.seek(wanted, from);
            for (int poll = 0; poll < POLLS; poll++) {
                if (!reader.poll(POLL).isEmpty()) {
                    return false;
                }
                if (reader.position(wanted) >= end) {
                    return true;
                }
            }
            return false;
        }
    }

    /** How far a MirrorMaker that writes here has copied a source. */
    MirrorOffsets mirrored(String source) {
        MirrorOffsets offsets = new MirrorOffsets();
        try (Consumer<byte[], byte[]> reader = readers.open()) {
            List<TopicPartition> partitions = reader.partitionsFor(MirrorOffsets.topic(source)).stream()
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            reader.assign(partitions);
            reader.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = reader.endOffsets(partitions);
            for (int poll = 0; poll < POLLS && isBefore(ends, reader); poll++) {
                reader.poll(POLL).forEach(offsets::add);
            }
        }
        return offsets;
    }

    private static boolean isBefore(Map<TopicPartition, Long> ends, Consumer<byte[], byte[]> reader) {
        return ends.entrySet().stream().anyMatch(end -> reader.position(end.getKey()) < end.getValue());
    }
}
