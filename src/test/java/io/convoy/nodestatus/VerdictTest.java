package io.convoy.nodestatus;

import static org.assertj.core.api.Assertions.assertThat;

import io.convoy.hooks.SchemaPermission;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class VerdictTest {

    private static final Instant SEEN = Instant.parse("2026-03-01T10:00:00Z");
    private static final Duration TTL = Duration.ofSeconds(15);

    private final NodeStatus running = node("a", Lifecycle.RUNNING, true, "");

    @Test
    void aClusterSeenLatelyWithAllItsNodesAvailableAllowsSchemaChanges() {
        Verdict verdict = judge(Observation.of(SEEN, List.of(running, planned())), SEEN.plus(TTL));

        assertThat(verdict.fullyAvailable()).isTrue();
        assertThat(verdict.schemaChanges()).isEqualTo(SchemaPermission.ALLOWED);
    }

    @Test
    void oneRebuildingNodeIsEnoughToForbidThem() {
        NodeStatus rebuilding = node("b", Lifecycle.REBUILDING, false, "receives 3 streams");

        Verdict verdict = judge(Observation.of(SEEN, List.of(running, rebuilding)), SEEN);

        assertThat(verdict.fullyAvailable()).isFalse();
        assertThat(verdict.schemaChanges().allowed()).isFalse();
        assertThat(verdict.schemaChanges().reason())
                .isEqualTo("1 of 2 nodes are not fully available: b (REBUILDING: receives 3 streams)");
        assertThat(verdict.schemaChanges().retryAfter()).isEqualTo(TTL);
    }

    @Test
    void staleReadsAsNotAllowedForTheClusterAndEveryNode() {
        Verdict verdict =
                judge(Observation.of(SEEN, List.of(running)), SEEN.plus(TTL).plusMillis(1));

        assertThat(verdict.fullyAvailable()).isFalse();
        assertThat(verdict.schemaChanges().reason())
                .isEqualTo("The cluster was last looked at 2026-03-01T10:00:00Z, more than 15 s ago");
        assertThat(verdict.nodes()).noneMatch(NodeStatus::fullyAvailable);
    }

    @Test
    void neverSeenUnreachableAndEmptyReadAsNotAllowed() {
        assertThat(judge(Observation.NONE, SEEN).schemaChanges().reason())
                .isEqualTo("Nobody has looked at the cluster yet");
        assertThat(judge(Observation.failed(SEEN, "connection refused", List.of(running)), SEEN)
                        .schemaChanges()
                        .reason())
                .isEqualTo("The cluster could not be asked: connection refused");
        assertThat(judge(Observation.of(SEEN, List.of(planned())), SEEN)
                        .schemaChanges()
                        .allowed())
                .isFalse();
    }

    @Test
    void aFreezeForbidsThemWhateverTheNodesDo() {
        SchemaPermission frozen = SchemaPermission.refused("frozen for a rebuild", Duration.ofSeconds(30));

        Verdict verdict = Verdict.of(Observation.of(SEEN, List.of(running)), frozen, SEEN, TTL);

        assertThat(verdict.fullyAvailable()).isTrue();
        assertThat(verdict.schemaChanges()).isEqualTo(frozen);
    }

    @Test
    void estimatedTimesAreNoiseAndHundredthsOfProgressAreNot() {
        assertThat(fingerprint(0.41, 100)).isEqualTo(fingerprint(0.4149, 90)).isNotEqualTo(fingerprint(0.42, 100));
    }

    private static String fingerprint(double progress, long eta) {
        ObservedNode busy = new ObservedNode(
                "b",
                "10.0.0.2",
                "dc",
                "r",
                Lifecycle.REBUILDING,
                Optional.of(new ObservedNode.Operation("rebuild", OptionalDouble.of(progress), OptionalLong.of(eta))),
                false,
                "rebuilding");
        return judge(Observation.of(SEEN, List.of(NodeStatus.seen(busy, "b", SEEN))), SEEN)
                .fingerprint();
    }

    private static Verdict judge(Observation observation, Instant now) {
        return Verdict.of(observation, SchemaPermission.ALLOWED, now, TTL);
    }

    private static NodeStatus node(String name, Lifecycle lifecycle, boolean available, String reason) {
        ObservedNode node =
                new ObservedNode(name, "10.0.0.1", "dc", "r", lifecycle, Optional.empty(), available, reason);
        return NodeStatus.seen(node, name, SEEN);
    }

    private static NodeStatus planned() {
        return new NodeStatus(
                "p", "", "dc_new", "r", false, Lifecycle.PLANNED, SEEN, Optional.empty(), false, "it is planned");
    }
}
