package io.convoy.kafka;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.FeatureUpdate;
import org.apache.kafka.clients.admin.NewPartitionReassignment;
import org.apache.kafka.clients.admin.RaftVoterEndpoint;
import org.apache.kafka.clients.admin.UpdateFeaturesOptions;
import org.apache.kafka.common.ElectionType;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.BrokerIdNotRegisteredException;
import org.apache.kafka.common.errors.ElectionNotNeededException;
import org.apache.kafka.common.errors.UnsupportedVersionException;

/** What Convoy does to a running Kafka cluster; what it sees of it is {@link KafkaView}'s. */
final class LiveCluster {

    private final Admin admin;
    private final Duration patience;
    private final Refusals refusals;

    LiveCluster(Admin admin, Duration patience, Refusals refusals) {
        this.admin = admin;
        this.patience = patience;
        this.refusals = refusals;
    }

    KafkaView look() {
        return new KafkaLook(admin, this::answer).view();
    }

    /** Its controllers; empty where ZooKeeper keeps the metadata. */
    Optional<Quorum> quorum() {
        return new KafkaLook(admin, this::answer).quorum();
    }

    /** What throttles replication in it. */
    ThrottleConfigs throttles() {
        return new ThrottleConfigs(admin, this::answer);
    }

    /** Which clients are at work in it. */
    LiveClients clients() {
        return new LiveClients(admin, this::answer);
    }

    /** Whether its brokers tell requests by client id. */
    ClientNaming naming() {
        return new ClientNaming(admin, this::answer);
    }

    /** How many bytes a copy still lacks; empty where that cannot be seen yet. */
    OptionalLong lag(ThrottledCopy copy) {
        return new CopyLook(admin, this::answer).lag(copy);
    }

    /** How fast clients write to it. */
    Ingest ingest(KafkaView view, Instant now) {
        return new IngestLook(admin, this::answer).ingest(view, now);
    }

    /** Asks for these replicas; the controller goes on by itself. */
    void reassign(Assignment assignment) {
        Map<TopicPartition, Optional<NewPartitionReassignment>> wanted = assignment.replicas().entrySet().stream()
                .collect(Collectors.toMap(
                        entry -> partition(entry.getKey()), entry -> Optional.of(reassignment(entry.getValue()))));
        answer(admin.alterPartitionReassignments(wanted).all(), "reassigning " + wanted.keySet());
    }

    /** Has the preferred replicas lead; those that lead already are content. */
    void electPreferred(Collection<PartitionId> partitions) {
        Set<TopicPartition> wanted =
                partitions.stream().map(LiveCluster::partition).collect(Collectors.toSet());
        Map<TopicPartition, Optional<Throwable>> results =
                answer(admin.electLeaders(ElectionType.PREFERRED, wanted).partitions(), "electing leaders");
        results.forEach(
                (partition, failure) -> failure.filter(thrown -> !(thrown instanceof ElectionNotNeededException))
                        .ifPresent(thrown -> {
                            throw new UnreachableKafkaException(
                                    "The preferred replica of " + partition + " does not lead", thrown);
                        }));
    }

    /** Asks for a quorum whose voters can be changed while it runs. */
    void upgradeQuorum() {
        answer(
                admin.updateFeatures(
                                Map.of(
                                        "kraft.version",
                                        new FeatureUpdate((short) 1, FeatureUpdate.UpgradeType.UPGRADE)),
                                new UpdateFeaturesOptions())
                        .all(),
                "making the quorum dynamic");
    }

    void addVoter(Quorum.Learner learner, Set<RaftVoterEndpoint> endpoints) {
        answer(admin.addRaftVoter(learner.id(), learner.directory(), endpoints).all(), "adding voter " + learner.id());
    }

    void removeVoter(Quorum.Learner voter) {
        answer(admin.removeRaftVoter(voter.id(), voter.directory()).all(), "removing voter " + voter.id());
    }

    /** By which listeners each live broker is reached. */
    Map<BrokerId, Set<String>> listeners(KafkaView view) {
        return new ListenerLook(admin, this::answer)
                .of(view.brokers().stream().map(KafkaView.LiveBroker::id).toList());
    }

    BrokerFile brokerFile(BrokerId broker) {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.BROKER, broker.toString());
        List<ConfigEntry> entries =
                answer(admin.describeConfigs(List.of(resource)).all(), "describing broker " + broker).values().stream()
                        .flatMap(config -> config.entries().stream())
                        .filter(entry -> entry.source() == ConfigEntry.ConfigSource.STATIC_BROKER_CONFIG)
                        .toList();
        return new BrokerFile(
                entries.stream()
                        .filter(entry -> !entry.isSensitive() && entry.value() != null)
                        .collect(Collectors.toMap(ConfigEntry::name, ConfigEntry::value)),
                entries.stream()
                        .filter(ConfigEntry::isSensitive)
                        .map(ConfigEntry::name)
                        .collect(Collectors.toSet()));
    }

    /** Forgets a broker that has stopped for good; where ZooKeeper keeps the metadata, that has happened by itself. */
    void unregister(BrokerId broker) {
        try {
            answer(admin.unregisterBroker(broker.value()).all(), "unregistering broker " + broker);
        } catch (UnreachableKafkaException e) {
            boolean isForgotten = e.getCause() instanceof BrokerIdNotRegisteredException
                    || e.getCause() instanceof UnsupportedVersionException;
            if (!isForgotten) {
                throw e;
            }
        }
    }

    private static TopicPartition partition(PartitionId id) {
        return new TopicPartition(id.topic(), id.partition());
    }

    private static NewPartitionReassignment reassignment(List<BrokerId> brokers) {
        return new NewPartitionReassignment(
                brokers.stream().map(BrokerId::value).toList());
    }

    <T> T answer(KafkaFuture<T> future, String doing) {
        try {
            return future.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnreachableKafkaException("Interrupted while " + doing);
        } catch (ExecutionException e) {
            throw refusals.of(doing, e.getCause() == null ? e : e.getCause());
        } catch (TimeoutException e) {
            throw new UnreachableKafkaException(
                    "Kafka gave no answer within " + patience + " to " + doing + ", " + refusals.asked());
        }
    }
}
