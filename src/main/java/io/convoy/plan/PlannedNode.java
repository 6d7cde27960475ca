package io.convoy.plan;

import java.util.Optional;

/**
 * A node by its name in the inventory.
 *
 * @param address where the inventory already knows it
 */
public record PlannedNode(String name, String rack, Optional<String> address, Optional<String> nodeSize) {}
