package io.convoy.lab;

import io.convoy.provision.NodeOrder;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A Kafka cluster in {@link TestLab}'s lab that tests share, and the orders of a destination beside it. */
public final class TestKafka {

    /** Three brokers with their controllers, with node ids 1 to 3 in racks {@code dc_old-r1} to {@code -r3}, and JMX. */
    public static final KafkaLayout SOURCE =
            KafkaLayout.first("payments", "dc_old", "127.21.1", 3).withJmx();

    /** Three more, with node ids 101 to 103 in racks {@code dc_new-r1} to {@code -r3}: brokers, and observers of the quorum. */
    public static final KafkaLayout DESTINATION = SOURCE.beside("dc_new", "127.21.2", 3)
            .withSettings(Map.of("replica.fetch.backoff.ms", "50", "replica.fetch.wait.max.ms", "100"));

    private static @Nullable LabCluster source;

    private TestKafka() {}

    /** The running source. */
    public static synchronized LabCluster source() {
        LabCluster running = source;
        if (running == null) {
            running = TestLab.lab().kafka(SOURCE.cluster(), SOURCE.orders());
            running.start();
            source = running;
        }
        return running;
    }

    /** The source, with a quorum whose voters stand in their files; the tests' own, to be discarded. */
    public static synchronized void staticSource() {
        KafkaLayout layout = SOURCE.withStaticQuorum();
        TestLab.lab().kafka(layout.cluster(), layout.orders()).start();
    }

    /** For {@link TestLab#provisioner()}, or for a plan. */
    public static List<NodeOrder> destinationOrders() {
        return DESTINATION.orders();
    }

    /** The running destination, which has joined the source. */
    public static LabCluster destination() {
        source();
        LabCluster destination = TestLab.lab().kafka(DESTINATION.cluster(), DESTINATION.orders());
        destination.start();
        return destination;
    }

    /** Ends and discards all of it; who asks for the source next gets a new one. */
    public static synchronized void discard() {
        TestLab.lab().directory().nodes().stream()
                .filter(node ->
                        node.description().cluster().equals(SOURCE.cluster().value()))
                .forEach(LabNode::retire);
        source = null;
    }
}
