package io.convoy.plan;

import io.convoy.inventory.Node;
import java.util.Optional;

/**
 * A node by its name in the inventory.
 *
 * @param address where the inventory already knows it
 * @param number by which its cluster knows it, where that is somebody's choice: Kafka's {@code node.id}
 */
public record PlannedNode(
        String name, String rack, Optional<String> address, Optional<String> nodeSize, Optional<Integer> number) {

    /** A node of the inventory, without a number. */
    public static PlannedNode of(Node node) {
        return new PlannedNode(node.name(), node.rack(), node.address(), node.nodeSize(), Optional.empty());
    }

    /** The same node with a number. */
    public PlannedNode numbered(int given) {
        return new PlannedNode(name, rack, address, nodeSize, Optional.of(given));
    }
}
