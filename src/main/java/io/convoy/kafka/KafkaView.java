package io.convoy.kafka;

import io.convoy.base.ByteSize;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A running Kafka cluster as Convoy sees it at one moment.
 *
 * @param brokers those that are alive
 * @param partitions of every topic, internal ones too
 */
record KafkaView(String clusterId, List<LiveBroker> brokers, List<PartitionState> partitions) {

    KafkaView {
        brokers = brokers.stream().sorted(Comparator.comparing(LiveBroker::id)).toList();
        partitions = partitions.stream()
                .sorted(Comparator.comparing(PartitionState::id))
                .toList();
    }

    /** A broker that is alive. */
    record LiveBroker(BrokerId id, String host, int port, Optional<String> rack) {}

    Optional<LiveBroker> broker(int id) {
        return brokers.stream().filter(broker -> broker.id().value() == id).findFirst();
    }

    Optional<LiveBroker> brokerAt(String host) {
        return brokers.stream().filter(broker -> broker.host().equals(host)).findFirst();
    }

    boolean hasTopic(String name) {
        return partitions.stream().anyMatch(partition -> partition.id().topic().equals(name));
    }

    /** Partitions of which a broker has a replica, or is to get one. */
    long replicasOn(BrokerId broker) {
        return partitions.stream()
                .filter(partition -> partition.replicas().assigned().contains(broker))
                .count();
    }

    /** One replica of every partition. */
    ByteSize data() {
        return data(partition -> true);
    }

    /** The same of one topic. */
    ByteSize dataOf(String topic) {
        return data(partition -> partition.id().topic().equals(topic));
    }

    private ByteSize data(Predicate<PartitionState> which) {
        return new ByteSize(partitions.stream()
                .filter(which)
                .mapToLong(partition -> partition.size().bytes())
                .sum());
    }
}
