package io.convoy.cassandra;

import static org.assertj.core.api.Assertions.assertThat;

import io.convoy.inventory.Endpoint;
import io.convoy.nodestatus.Lifecycle;
import io.convoy.nodestatus.ObservedNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class NodeDiagnosisTest {

    private static final Peer PEER =
            new Peer("10.0.0.1", new Endpoint("10.0.0.1", 9042), "id", "dc_new", "r1", "5.0.9", "v1", 16);

    @Test
    void anIdleNodeIsFullyAvailable() {
        ObservedNode node = observe(new NodePulse("NORMAL", "v1", List.of(), ""), true);

        assertThat(node.lifecycle()).isEqualTo(Lifecycle.RUNNING);
        assertThat(node.fullyAvailable()).isTrue();
        assertThat(node.reason()).isEmpty();
    }

    @Test
    void aNodeThatRebuildsSaysHowFarItIs() {
        ObservedNode node = observe(new NodePulse("NORMAL", "v1", List.of(stream(false, 25, 100)), ""), true);

        assertThat(node.lifecycle()).isEqualTo(Lifecycle.REBUILDING);
        assertThat(node.fullyAvailable()).isFalse();
        assertThat(node.operation()).hasValueSatisfying(operation -> {
            assertThat(operation.kind()).isEqualTo("rebuild");
            assertThat(operation.progress()).hasValue(0.25);
        });
    }

    @Test
    void aNodeThatServesAStreamRunsButIsNotFullyAvailable() {
        ObservedNode node = observe(new NodePulse("NORMAL", "v1", List.of(stream(true, 25, 100)), ""), true);

        assertThat(node.lifecycle()).isEqualTo(Lifecycle.RUNNING);
        assertThat(node.fullyAvailable()).isFalse();
        assertThat(node.reason()).contains("rebuild").contains("10.0.0.9");
    }

    @Test
    void anotherSchemaVersionIsAReason() {
        ObservedNode node = observe(new NodePulse("NORMAL", "v2", List.of(), ""), true);

        assertThat(node.fullyAvailable()).isFalse();
        assertThat(node.reason()).contains("v2").contains("v1");
    }

    @Test
    void aFrozenNodeIsUnreachableAndADeadOneStopped() {
        assertThat(observe(NodePulse.silent("no answer within PT5S"), true).lifecycle())
                .isEqualTo(Lifecycle.UNREACHABLE);
        assertThat(observe(NodePulse.silent("Connection refused"), false).lifecycle())
                .isEqualTo(Lifecycle.STOPPED);
    }

    @Test
    void modesThatEndInFailureAreFailures() {
        assertThat(observe(new NodePulse("DECOMMISSION_FAILED", "v1", List.of(), ""), true)
                        .lifecycle())
                .isEqualTo(Lifecycle.FAILED);
        assertThat(observe(new NodePulse("LEAVING", "v1", List.of(), ""), true).lifecycle())
                .isEqualTo(Lifecycle.LEAVING);
    }

    private static ObservedNode observe(NodePulse pulse, boolean live) {
        return new NodeDiagnosis(PEER, "orders-1", live).observe(pulse, "v1");
    }

    private static StreamPlan stream(boolean follower, long received, long toReceive) {
        return new StreamPlan(
                UUID.randomUUID(),
                follower,
                "Rebuild",
                List.of("10.0.0.9"),
                StreamPlan.Status.START,
                Instant.EPOCH,
                new StreamPlan.Bytes(received, toReceive, 0, 0),
                Optional.empty());
    }
}
