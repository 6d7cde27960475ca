package io.convoy.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.convoy.base.ClusterName;
import io.convoy.provision.NodeOrder;
import io.convoy.provision.ProvisionState;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** The lab on trial: {@code -Dit.test=LabProvisionerTrial}, apart from the build, whose moves use it anyway. */
class LabProvisionerTrial {

    private static final NodeOrder ORDER = new NodeOrder(
            new ClusterName("provisioned"),
            "provisioned-1",
            new NodeOrder.Placement("dc1", "r1", Optional.empty()),
            Optional.empty(),
            "cassandra",
            LabCluster.USUAL_VERSION,
            Map.of("num_tokens", "8"));

    @Test
    void aNodeIsProvidedStoppedProvidedAgainAndRetired() {
        LabProvisioner first = TestLab.provisioner();
        LabProvisioner second = TestLab.provisioner();

        ProvisionState provided = until(ProvisionState.Present.class, first::provide);
        Object host = node().storageService("LocalHostId").orElseThrow();
        assertThat(second.provide(ORDER)).isEqualTo(provided);

        until(ProvisionState.Stopped.class, second::stop);
        assertThat(until(ProvisionState.Present.class, second::provide)).isEqualTo(provided);
        assertThat(node().storageService("LocalHostId")).hasValue(host);

        assertThat(until(ProvisionState.Absent.class, first::retire)).isEqualTo(new ProvisionState.Absent());
        assertThat(second.look(ORDER)).isEqualTo(new ProvisionState.Absent());
    }

    private static LabNode node() {
        return TestLab.lab().directory().node("provisioned", "provisioned-1").orElseThrow();
    }

    private static ProvisionState until(
            Class<? extends ProvisionState> wanted, Function<NodeOrder, ProvisionState> call) {
        return await().atMost(Duration.ofMinutes(4))
                .pollInterval(Duration.ofMillis(500))
                .until(() -> call.apply(ORDER), wanted::isInstance);
    }
}
