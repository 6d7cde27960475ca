package io.convoy.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.convoy.provision.NodeOrder;
import io.convoy.provision.ProvisionState;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.QuorumInfo;
import org.apache.kafka.common.Node;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** A lab's brokers are real Kafkas. On trial: {@code -Dit.test=LabKafkaTrial}, apart from the build, whose moves use it anyway. */
class LabKafkaTrial {

    @AfterAll
    static void end() {
        TestKafka.discard();
    }

    @Test
    void aProvisionedDestinationJoinsAsBrokersAndObserversAndGoesAgain() throws Exception {
        TestKafka.source();
        LabProvisioner provisioner = TestLab.provisioner();

        TestKafka.destinationOrders().forEach(provisioner::provide);
        TestKafka.destinationOrders()
                .forEach(order -> until(ProvisionState.Present.class, order, provisioner::provide));

        try (Admin admin = Admin.create(Map.of("bootstrap.servers", TestKafka.SOURCE.bootstrapServers()))) {
            await().atMost(Duration.ofMinutes(1)).until(() -> racks(admin).size() == 6);
            assertThat(racks(admin))
                    .containsEntry(1, "dc_old-r1")
                    .containsEntry(3, "dc_old-r3")
                    .containsEntry(101, "dc_new-r1")
                    .containsEntry(103, "dc_new-r3");
            await().atMost(Duration.ofMinutes(1)).until(() -> observers(admin) == 3);
        }
        for (NodeOrder order : TestKafka.destinationOrders()) {
            await().atMost(Duration.ofMinutes(1))
                    .until(() -> provisioner.retire(order), ProvisionState.Absent.class::isInstance);
        }
    }

    @Test
    void aKilledBrokerComesBackOnItsData() {
        LabNode third = TestKafka.source().node("dc-old-3");

        third.kill();
        assertThat(third.isRunning()).isFalse();
        TestKafka.source().start(third);

        assertThat(third.isReady()).isTrue();
    }

    private static Map<Integer, String> racks(Admin admin) throws Exception {
        return admin.describeCluster().nodes().get(10, TimeUnit.SECONDS).stream()
                .collect(Collectors.toMap(Node::id, Node::rack));
    }

    private static int observers(Admin admin) throws Exception {
        QuorumInfo quorum = admin.describeMetadataQuorum().quorumInfo().get(10, TimeUnit.SECONDS);
        assertThat(quorum.voters()).hasSize(3);
        return quorum.observers().size();
    }

    private static void until(
            Class<? extends ProvisionState> wanted, NodeOrder order, Function<NodeOrder, ProvisionState> call) {
        await().atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofMillis(500))
                .until(() -> call.apply(order), wanted::isInstance);
    }
}
