package io.convoy.nodestatus;

import static org.assertj.core.api.Assertions.assertThat;

import io.convoy.TestClusters;
import io.convoy.inventory.Cluster;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NodeListTest {

    private static final Instant FIRST = Instant.parse("2026-03-01T10:00:00Z");
    private static final Instant LATER = FIRST.plusSeconds(60);

    private final Cluster cluster = TestClusters.moving("orders");

    @Test
    void nodesOfTheTargetArePlannedUntilTheClusterTellsOfThem() {
        List<NodeStatus> before = first(ring("10.0.0.1", "10.0.0.2", "10.0.0.3"));

        List<NodeStatus> after = new NodeList(cluster, before, LATER)
                .after(List.of(
                        seen("10.0.0.1"),
                        seen("10.0.0.2"),
                        seen("10.0.0.3"),
                        observed("10.0.1.1", "dc_new", Lifecycle.JOINING)));

        assertThat(before)
                .extracting(NodeStatus::lifecycle)
                .filteredOn(Lifecycle.PLANNED::equals)
                .hasSize(3);
        assertThat(after).hasSize(6);
        assertThat(of(after, "orders-dc_new-1").lifecycle()).isEqualTo(Lifecycle.JOINING);
        assertThat(of(after, "orders-dc_new-1").since()).isEqualTo(LATER);
        assertThat(of(after, "orders-dc_old-1").since()).isEqualTo(FIRST);
        assertThat(of(after, "orders-dc_new-2").since()).isEqualTo(FIRST);
    }

    @Test
    void aMemberThatIsNoLongerToldOfHasBeenDeletedAndDoesNotCount() {
        List<NodeStatus> before = first(ring("10.0.0.1", "10.0.0.2", "10.0.0.3"));

        List<NodeStatus> after = new NodeList(cluster, before, LATER).after(ring("10.0.0.1", "10.0.0.2"));

        assertThat(of(after, "orders-dc_old-3").lifecycle()).isEqualTo(Lifecycle.DELETED);
        assertThat(of(after, "orders-dc_old-3").member()).isFalse();
        assertThat(after).hasSize(6);
    }

    @Test
    void aNodeOfTheInventoryThatWasNeverSeenIsStopped() {
        List<NodeStatus> nodes = first(ring("10.0.0.1", "10.0.0.2"));

        assertThat(of(nodes, "orders-dc_old-3").lifecycle()).isEqualTo(Lifecycle.STOPPED);
        assertThat(of(nodes, "orders-dc_old-3").member()).isFalse();
    }

    @Test
    void whenTheClusterDoesNotAnswerItsNodesAreUnreachableAndThePlannedOnesStayPlanned() {
        List<NodeStatus> before = first(ring("10.0.0.1", "10.0.0.2", "10.0.0.3"));

        List<NodeStatus> after = new NodeList(cluster, before, LATER).afterFailure("connection refused");

        assertThat(of(after, "orders-dc_old-1").lifecycle()).isEqualTo(Lifecycle.UNREACHABLE);
        assertThat(of(after, "orders-dc_new-1").lifecycle()).isEqualTo(Lifecycle.PLANNED);
        assertThat(after).hasSize(6).noneMatch(NodeStatus::fullyAvailable);
    }

    private List<NodeStatus> first(List<ObservedNode> ring) {
        return new NodeList(cluster, List.of(), FIRST).after(ring);
    }

    private static NodeStatus of(List<NodeStatus> nodes, String name) {
        return nodes.stream()
                .filter(node -> node.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<ObservedNode> ring(String... addresses) {
        return List.of(addresses).stream().map(NodeListTest::seen).toList();
    }

    private static ObservedNode seen(String address) {
        return observed(address, "dc_old", Lifecycle.RUNNING);
    }

    private static ObservedNode observed(String address, String datacenter, Lifecycle lifecycle) {
        String rack = "rack" + address.charAt(address.length() - 1);
        return new ObservedNode(
                address, address, datacenter, rack, lifecycle, Optional.empty(), lifecycle == Lifecycle.RUNNING, "");
    }
}
