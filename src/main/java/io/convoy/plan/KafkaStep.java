package io.convoy.plan;

import java.util.List;
import java.util.Optional;

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

    /** The KRaft controllers that vote are these nodes and no others. */
    record MoveControllers(List<Integer> voters) implements KafkaStep {
        public MoveControllers {
            voters = List.copyOf(voters);
        }
    }
}
