package io.convoy.kafka;

import io.convoy.base.ByteSize;
import io.convoy.kafka.KafkaView.LiveBroker;
import io.convoy.kafka.Quorum.Learner;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.DescribeClusterResult;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.clients.admin.LogDirDescription;
import org.apache.kafka.clients.admin.PartitionReassignment;
import org.apache.kafka.clients.admin.QuorumInfo;
import org.apache.kafka.clients.admin.RaftVoterEndpoint;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.TopicPartitionInfo;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.UnsupportedVersionException;

/** Takes one look at a cluster through the admin API. */
final class KafkaLook {

    private static final String MIN_IN_SYNC = "min.insync.replicas";

    private final Admin admin;
    private final Answers answers;

    /** Waits for an answer, for a while. */
    interface Answers {
        <T> T of(KafkaFuture<T> future, String doing);
    }

    KafkaLook(Admin admin, Answers answers) {
        this.admin = admin;
        this.answers = answers;
    }

    KafkaView view() {
        DescribeClusterResult cluster = admin.describeCluster();
        List<LiveBroker> brokers = answers.of(cluster.nodes(), "describing the cluster").stream()
                .map(KafkaLook::broker)
                .toList();
        String clusterId = answers.of(cluster.clusterId(), "naming the cluster");
        return new KafkaView(clusterId, brokers, partitions(brokers));
    }

    private static LiveBroker broker(Node node) {
        return new LiveBroker(new BrokerId(node.id()), node.host(), node.port(), Optional.ofNullable(node.rack()));
    }

    private List<PartitionState> partitions(List<LiveBroker> brokers) {
        Set<String> names = answers.of(
                admin.listTopics(new ListTopicsOptions().listInternal(true)).names(), "listing topics");
        Map<TopicPartition, Long> sizes = sizes(brokers);
        Map<String, Integer> minInSync = minInSync(names);
        Map<TopicPartition, PartitionReassignment> running =
                answers.of(admin.listPartitionReassignments().reassignments(), "listing reassignments");
        List<PartitionState> states = new ArrayList<>();
        for (TopicDescription topic : answers.of(admin.describeTopics(names).allTopicNames(), "describing topics")
                .values()) {
            for (TopicPartitionInfo info : topic.partitions()) {
                TopicPartition partition = new TopicPartition(topic.name(), info.partition());
                states.add(new PartitionState(
                        new PartitionId(topic.name(), info.partition()),
                        replicas(info, Optional.ofNullable(running.get(partition))),
                        new ByteSize(sizes.getOrDefault(partition, 0L)),
                        minInSync.getOrDefault(topic.name(), 1)));
            }
        }
        return states;
    }

    private static Replicas replicas(TopicPartitionInfo info, Optional<PartitionReassignment> running) {
        return new Replicas(
                info.replicas().stream().map(KafkaLook::id).toList(),
                Optional.ofNullable(info.leader())
                        .filter(node -> !node.isEmpty())
                        .map(KafkaLook::id),
                new HashSet<>(info.isr().stream().map(KafkaLook::id).toList()),
                running.map(move -> ids(move.addingReplicas())).orElse(Set.of()),
                running.map(move -> ids(move.removingReplicas())).orElse(Set.of()));
    }

    private static BrokerId id(Node node) {
        return new BrokerId(node.id());
    }

    private static Set<BrokerId> ids(Collection<Integer> brokers) {
        return new HashSet<>(brokers.stream().map(BrokerId::new).toList());
    }

    /** Of the largest replica: one that is being copied is still small. */
    private Map<TopicPartition, Long> sizes(List<LiveBroker> brokers) {
        List<Integer> ids = brokers.stream().map(broker -> broker.id().value()).toList();
        Map<TopicPartition, Long> sizes = new HashMap<>();
        answers.of(admin.describeLogDirs(ids).allDescriptions(), "describing log directories").values().stream()
                .flatMap(directories -> directories.values().stream())
                .map(LogDirDescription::replicaInfos)
                .forEach(replicas ->
                        replicas.forEach((partition, replica) -> sizes.merge(partition, replica.size(), Math::max)));
        return sizes;
    }

    private Map<String, Integer> minInSync(Set<String> topics) {
        List<ConfigResource> resources = topics.stream()
                .map(topic -> new ConfigResource(ConfigResource.Type.TOPIC, topic))
                .toList();
        Map<ConfigResource, Config> configs =
                answers.of(admin.describeConfigs(resources).all(), "describing topic configurations");
        Map<String, Integer> minInSync = new HashMap<>();
        configs.forEach((resource, config) -> minInSync.put(
                resource.name(), Integer.parseInt(config.get(MIN_IN_SYNC).value())));
        return minInSync;
    }

    /** Empty for a cluster whose metadata is in ZooKeeper. */
    Optional<Quorum> quorum() {
        try {
            QuorumInfo info = answers.of(admin.describeMetadataQuorum().quorumInfo(), "describing the quorum");
            return Optional.of(
                    new Quorum(info.leaderId(), learners(info.voters()), learners(info.observers()), endpoints(info)));
        } catch (UnreachableKafkaException e) {
            if (e.getCause() instanceof UnsupportedVersionException) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private static List<Learner> learners(List<QuorumInfo.ReplicaState> replicas) {
        return replicas.stream()
                .map(replica -> new Learner(replica.replicaId(), replica.replicaDirectoryId()))
                .toList();
    }

    private static Set<RaftVoterEndpoint> endpoints(QuorumInfo info) {
        return Optional.ofNullable(info.nodes().get(info.leaderId()))
                .map(node -> Set.copyOf(node.endpoints()))
                .orElse(Set.of());
    }
}
