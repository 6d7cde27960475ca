package io.convoy.lab;

import static org.assertj.core.api.Assertions.assertThat;

import io.convoy.base.ClusterName;
import io.convoy.provision.NodeOrder;
import io.convoy.provision.ProvisionState;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabProvisionerTest {

    @TempDir
    Path temporary;

    @Test
    void aNodeThatWasNeverOrderedIsAbsent() {
        assertThat(provisioner().look(order("cassandra"))).isEqualTo(new ProvisionState.Absent());
        assertThat(provisioner().stop(order("cassandra"))).isEqualTo(new ProvisionState.Absent());
        assertThat(provisioner().retire(order("cassandra"))).isEqualTo(new ProvisionState.Absent());
    }

    @Test
    void aSoftwareThatTheLabDoesNotRunIsRefused() {
        assertThat(provisioner().provide(order("postgres")))
                .isEqualTo(new ProvisionState.Failed(
                        "This lab runs cassandra, kafka, zookeeper, mirror-maker, not postgres"));
    }

    @Test
    void aNodeWhoseProcessIsNotThereIsStopped() {
        LabNode node = directory().nodeFor(order("cassandra"));

        assertThat(provisioner().look(order("cassandra"))).isEqualTo(new ProvisionState.Stopped(node.address()));
    }

    @Test
    void aLaunchThatNobodyCouldFinishIsTriedAgainAndThenGivenUp() {
        LabNode node = directory().nodeFor(order("cassandra"));

        StoredFile.replace(node.directory().launch(), Launch.intended("orders/n1", 1));
        assertThat(provisioner().look(order("cassandra"))).isInstanceOf(ProvisionState.Underway.class);

        StoredFile.replace(node.directory().launch(), Launch.intended("orders/n1", 3));
        assertThat(provisioner().look(order("cassandra"))).isInstanceOf(ProvisionState.Failed.class);
    }

    @Test
    void anAddressOnceGivenIsRememberedByTheNodesDirectory() {
        LabNode first = directory().nodeFor(order("cassandra"));
        LabNode again = directory().nodeFor(order("cassandra"));

        assertThat(again.address()).isEqualTo(first.address());
        assertThat(directory().nodes()).extracting(LabNode::name).containsExactly("n1");
    }

    @Test
    void aNodeOfAnEarlierBuildIsACassandra() {
        LabNode node = directory().nodeFor(order("cassandra"));
        String text = StoredFile.read(node.directory().description()).orElseThrow();

        StoredFile.replace(node.directory().description(), text.replaceFirst("\"software\" : \"cassandra\",", ""));

        assertThat(directory().nodes())
                .extracting(known -> known.description().software())
                .containsExactly("cassandra");
    }

    @Test
    void aKafkaNodeStandsInTheBlockOfTheControllersThatItJoins() {
        NodeOrder order = KafkaLayout.first("payments", "dc_old", "127.44.1", 3)
                .beside("dc_new", "127.44.2", 1)
                .orders()
                .get(0);
        NodeOrder unplaced = new NodeOrder(
                order.cluster(),
                order.node(),
                order.placement(),
                Optional.empty(),
                order.software(),
                order.version(),
                Map.of("controller.quorum.bootstrap.servers", "127.44.1.1:9093,127.44.1.2:9093"));

        assertThat(directory().nodeFor(unplaced).address()).isEqualTo("127.44.2.1");
    }

    private LabProvisioner provisioner() {
        return new LabProvisioner(new LabHome(temporary.resolve("home")), temporary.resolve("lab"));
    }

    private LabDirectory directory() {
        return new LabDirectory(temporary.resolve("lab"));
    }

    private static NodeOrder order(String software) {
        return new NodeOrder(
                new ClusterName("orders"),
                "n1",
                new NodeOrder.Placement("dc_new", "r1", Optional.empty()),
                Optional.empty(),
                software,
                "5.0.9",
                Map.of("seeds", "127.11.1.1"));
    }
}
