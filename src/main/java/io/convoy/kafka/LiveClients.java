package io.convoy.kafka;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ProducerState;
import org.apache.kafka.clients.admin.TransactionListing;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.UnsupportedVersionException;

/** Which clients are at work in a cluster, as far as groups and logs tell. */
final class LiveClients {

    private final Admin admin;
    private final KafkaLook.Answers answers;

    LiveClients(Admin admin, KafkaLook.Answers answers) {
        this.admin = admin;
        this.answers = answers;
    }

    /** Hosts of the brokers that are alive, by their numbers. */
    Map<Integer, String> brokers() {
        return answers.of(admin.describeCluster().nodes(), "describing the cluster").stream()
                .collect(Collectors.toMap(Node::id, Node::host));
    }

    /** Asks one broker for something that no other is asked for. */
    void ask(int broker) {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.BROKER, Integer.toString(broker));
        answers.of(admin.describeConfigs(List.of(resource)).all(), "asking broker " + broker);
    }

    /** Members of consumer groups in words, by the id that each gets anew when it is started anew. */
    Map<String, String> members() {
        Map<String, String> members = new TreeMap<>();
        LiveGroups.described(admin, answers).forEach((name, group) -> group.members()
                .forEach(member -> members.put(
                        member.consumerId(),
                        "consumer " + member.clientId() + " of group " + name + " at "
                                + member.host().replaceFirst("^/", ""))));
        return members;
    }

    /** Idempotent and transactional producers that partitions remember; none where brokers are older than 2.8. */
    List<ProducerTrace> producers() {
        Set<TopicPartition> partitions = partitions();
        Map<Long, String> transactional = orNothing(this::transactional, Map.of());
        Map<Long, Map<TopicPartition, ProducerState>> states = orNothing(() -> states(partitions), Map.of());
        return states.entrySet().stream()
                .map(producer -> trace(
                        producer.getKey(),
                        producer.getValue(),
                        transactional.getOrDefault(producer.getKey(), "producer " + producer.getKey())))
                .toList();
    }

    private Set<TopicPartition> partitions() {
        Collection<String> topics = answers.of(admin.listTopics().names(), "listing topics");
        return answers.of(admin.describeTopics(topics).allTopicNames(), "describing topics").values().stream()
                .flatMap(topic -> topic.partitions().stream()
                        .map(partition -> new TopicPartition(topic.name(), partition.partition())))
                .collect(Collectors.toSet());
    }

    private Map<Long, String> transactional() {
        return answers.of(admin.listTransactions().all(), "listing transactions").stream()
                .collect(Collectors.toMap(
                        TransactionListing::producerId,
                        listing -> "transactional producer " + listing.transactionalId(),
                        (one, other) -> other));
    }

    private Map<Long, Map<TopicPartition, ProducerState>> states(Set<TopicPartition> partitions) {
        Map<Long, Map<TopicPartition, ProducerState>> states = new TreeMap<>();
        answers.of(admin.describeProducers(partitions).all(), "describing producers")
                .forEach((partition, producers) -> producers.activeProducers().forEach(state -> states.computeIfAbsent(
                                state.producerId(), id -> new HashMap<>())
                        .put(partition, state)));
        return states;
    }

    private static ProducerTrace trace(long id, Map<TopicPartition, ProducerState> states, String name) {
        Set<String> topics =
                states.keySet().stream().map(TopicPartition::topic).collect(Collectors.toCollection(TreeSet::new));
        int epoch = states.values().stream()
                .mapToInt(ProducerState::producerEpoch)
                .max()
                .orElse(0);
        long position =
                states.values().stream().mapToLong(ProducerState::lastSequence).sum();
        return new ProducerTrace(id + "/" + epoch, position, name + " of " + Objection.names(topics));
    }

    private static <T> T orNothing(Supplier<T> question, T nothing) {
        try {
            return question.get();
        } catch (UnreachableKafkaException e) {
            if (e.getCause() instanceof UnsupportedVersionException) {
                return nothing;
            }
            throw e;
        }
    }
}
