package io.convoy.plan;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Steps that move an Apache Kafka cluster. */
public sealed interface KafkaStep extends Step {

    /** Every partition can be moved from these brokers to others as it is: led, in sync, and in nobody's hands. */
    record CheckPartitions(List<Integer> source) implements KafkaStep {
        public CheckPartitions {
            source = List.copyOf(source);
        }
    }

    /** Every one of these brokers is registered and alive, in its rack. */
    record JoinBrokers(String datacenter, List<PlannedBroker> brokers) implements KafkaStep {
        public JoinBrokers {
            brokers = List.copyOf(brokers);
        }
    }

    /** None of these brokers is registered; none of them held a replica when it left. */
    record LeaveBrokers(String datacenter, List<PlannedBroker> brokers) implements KafkaStep {
        public LeaveBrokers {
            brokers = List.copyOf(brokers);
        }
    }

    /**
     * Every replica of every partition, internal topics too, is on the destination's brokers and none on the source's, and all
     * of them are in sync.
     *
     * @param crossesOnce whether one replica of each partition crosses the link and the others copy from it, instead of every
     *     replica crossing it
     * @param batch how many partitions move at a time, at most
     * @param throttleBytesPerSecond what each broker sends, and receives, of the copies over the link, at most; no limit where
     *     it is absent
     */
    record MovePartitions(
            List<Integer> source,
            List<Integer> destination,
            boolean crossesOnce,
            int batch,
            Optional<Long> throttleBytesPerSecond)
            implements KafkaStep {
        public MovePartitions {
            source = List.copyOf(source);
            destination = List.copyOf(destination);
        }
    }

    /**
     * The brokers of the cluster tell requests by client id, for which a quota stands that binds nobody but Convoy, and that it
     * never reaches; or they do so for Convoy's sake no longer.
     */
    record NameClients(boolean named) implements KafkaStep {}

    /**
     * No client uses these brokers, or is at work as it was when this began, with the bootstrap list that it had then: neither
     * was seen for as long as {@code quiet}; or a person has confirmed that whoever is left may stay.
     */
    record LeaveClients(String datacenter, List<PlannedBroker> brokers, Duration quiet) implements KafkaStep {
        public LeaveClients {
            brokers = List.copyOf(brokers);
        }
    }

    /**
     * Each of these ZooKeeper servers observes the ensemble of {@code voters} and has seen all that is in it.
     *
     * @param voters {@code host:port} of its servers
     */
    record JoinObservers(String datacenter, List<PlannedServer> servers, List<String> voters) implements KafkaStep {
        public JoinObservers {
            servers = List.copyOf(servers);
            voters = List.copyOf(voters);
        }
    }

    /**
     * These ZooKeeper servers, observers until now, are an ensemble of their own with all that they have seen, and the cluster's
     * brokers are at home there.
     *
     * @param version of ZooKeeper
     * @param servers the first one stops last and starts first, so that nothing that it has seen is missed
     * @param settings of the servers from then on, in the keys of {@code zoo.cfg}
     * @param connect the brokers' {@code zookeeper.connect}
     * @param brokers all brokers of the cluster
     */
    record ForkMetadata(
            String datacenter,
            String version,
            List<PlannedServer> servers,
            Map<String, String> settings,
            String connect,
            List<Integer> brokers)
            implements KafkaStep {
        public ForkMetadata {
            servers = List.copyOf(servers);
            settings = Collections.unmodifiableMap(new TreeMap<>(settings));
            brokers = List.copyOf(brokers);
        }

        @Override
        public boolean interruptible() {
            return false;
        }
    }

    /**
     * These ZooKeeper servers hold nothing but this cluster's metadata. Nothing is deleted before it is proven that the other
     * ensemble, from which they came, does not hear of it.
     *
     * @param others {@code host:port} of the servers of the other ensemble
     * @param chroot the cluster's path; {@code /} when it has none
     */
    record CleanMetadata(List<PlannedServer> servers, List<String> others, String chroot) implements KafkaStep {
        public CleanMetadata {
            servers = List.copyOf(servers);
            others = List.copyOf(others);
        }

        @Override
        public boolean interruptible() {
            return false;
        }
    }

    /**
     * Who votes in the ZooKeeper ensemble that keeps the cluster's metadata is {@code servers}, observers until now, and who voted
     * before has no vote any more.
     *
     * @param settings the lines of {@code servers} as those who vote, in the keys of {@code zoo.cfg}
     * @param leaving all that voted when this was planned
     * @param connect the brokers' {@code zookeeper.connect}
     * @param brokers all brokers of the cluster
     */
    record PromoteMetadata(
            List<PlannedServer> servers,
            Map<String, String> settings,
            List<PlannedServer> leaving,
            String connect,
            List<Integer> brokers)
            implements KafkaStep {
        public PromoteMetadata {
            servers = List.copyOf(servers);
            settings = Collections.unmodifiableMap(new TreeMap<>(settings));
            leaving = List.copyOf(leaving);
            brokers = List.copyOf(brokers);
        }

        @Override
        public boolean interruptible() {
            return false;
        }
    }

    /** None of {@code leaving} answers any more, and nobody but {@code servers} follows the leader of their ensemble. */
    record LeaveServers(List<PlannedServer> servers, List<PlannedServer> leaving) implements KafkaStep {
        public LeaveServers {
            servers = List.copyOf(servers);
            leaving = List.copyOf(leaving);
        }
    }

    /** The voters of the KRaft quorum can be changed while it runs ({@code kraft.version} 1). */
    record UpgradeQuorum() implements KafkaStep {
        @Override
        public boolean interruptible() {
            return false;
        }
    }

    /** The KRaft controllers that vote are these nodes and no others. */
    record MoveControllers(List<Integer> voters) implements KafkaStep {
        public MoveControllers {
            voters = List.copyOf(voters);
        }
    }
}
