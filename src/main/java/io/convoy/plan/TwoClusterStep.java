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

    /**
     * A MirrorMaker has copied every partition of the source to the destination, all but so many records at most.
     *
     * @param behind 0 for all that there is
     */
    record MirrorTopics(String source, String destination, long behind) implements TwoClusterStep {}

    /**
     * Every consumer group of the source finds in the destination where it goes on, and that has not changed between two looks
     * so far apart.
     *
     * @param prefix what stands before the names of copied topics; empty where they keep their names
     */
    record TranslateGroups(String source, String destination, String prefix, Duration apart)
            implements TwoClusterStep {}

    /** These consumer groups are at work in the destination, on the copies of the topics that they read in the source. */
    record ReadThere(String source, String destination, String prefix, List<String> groups) implements TwoClusterStep {
        public ReadThere {
            groups = List.copyOf(groups);
        }
    }
}
