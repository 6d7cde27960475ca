package io.convoy.plan;

import java.time.Duration;
import java.util.List;

/** Steps that move an Apache Kafka cluster into a second one; clusters are named by the datacenters that they stand in. */
public sealed interface TwoClusterStep extends Step {

    /** These brokers and no others are a cluster of their own, with this id. */
    record FoundCluster(String datacenter, String clusterId, List<PlannedBroker> brokers) implements TwoClusterStep {
        public FoundCluster {
            brokers = List.copyOf(brokers);
        }
    }

    /** Every topic of the source but internal ones is in the destination too, with as many partitions and configured alike. */
    record MakeTopics(String source, String destination) implements TwoClusterStep {}

    /** None of the source's topics is in the destination; none of them held a record there that nobody had read. */
    record DropTopics(String source, String destination) implements TwoClusterStep {}

    /** Every consumer group that is at work in the source is at work in the destination too, on the same topics. */
    record ReadBoth(String source, String destination) implements TwoClusterStep {}

    /** Nobody has written a record there between two looks so far apart. */
    record AwaitQuiet(String datacenter, Duration apart) implements TwoClusterStep {}

    /** Records arrive there, or a person has confirmed that the producers have nothing to say at the moment. */
    record AwaitWrites(String datacenter) implements TwoClusterStep {}

    /** Every consumer group has committed to the end of every partition that it reads, and nobody has written meanwhile. */
    record DrainTopics(String datacenter, Duration apart) implements TwoClusterStep {}

    /** No consumer group has a live member there. */
    record LeaveGroups(String datacenter) implements TwoClusterStep {}
}
