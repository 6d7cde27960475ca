package io.convoy.kafka;

import io.convoy.base.ByteSize;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.admin.RaftVoterEndpoint;
import org.apache.kafka.common.Uuid;

/**
 * A running Kafka cluster as Convoy sees it at one moment.
 *
 * @param brokers those that are alive
 * @param partitions of every topic, internal ones too
 * @param quorum its KRaft controllers; empty for a cluster whose metadata is in ZooKeeper
 */
record KafkaView(String clusterId, List<LiveBroker> brokers, List<PartitionState> partitions, Optional<Quorum> quorum) {

    KafkaView {
        brokers = brokers.stream().sorted(Comparator.comparing(LiveBroker::id)).toList();
        partitions = partitions.stream()
                .sorted(Comparator.comparing(PartitionState::id))
                .toList();
    }

    /** A broker that is alive. */
    record LiveBroker(BrokerId id, String host, int port, Optional<String> rack) {}

    /** A controller that follows the metadata, with a vote or without; its directory tells it from a namesake. */
    record Learner(int id, Uuid directory) {}

    /**
     * Who decides about the metadata.
     *
     * @param endpoints where one of the voters listens to the others
     */
    record Quorum(int leader, List<Learner> voters, List<Learner> observers, Set<RaftVoterEndpoint> endpoints) {

        Quorum {
            voters = List.copyOf(voters);
            observers = List.copyOf(observers);
            endpoints = Set.copyOf(endpoints);
        }

        Optional<Learner> observer(int id) {
            return observers.stream().filter(learner -> learner.id() == id).findFirst();
        }

        List<Integer> voterIds() {
            return voters.stream().map(Learner::id).sorted().toList();
        }
    }

    Optional<LiveBroker> broker(int id) {
        return brokers.stream().filter(broker -> broker.id().value() == id).findFirst();
    }

    Optional<LiveBroker> brokerAt(String host) {
        return brokers.stream().filter(broker -> broker.host().equals(host)).findFirst();
    }

    /** Partitions of which a broker has a replica, or is to get one. */
    long replicasOn(BrokerId broker) {
        return partitions.stream()
                .filter(partition -> partition.replicas().assigned().contains(broker))
                .count();
    }

    /** One replica of every partition. */
    ByteSize data() {
        return new ByteSize(partitions.stream()
                .mapToLong(partition -> partition.size().bytes())
                .sum());
    }
}
