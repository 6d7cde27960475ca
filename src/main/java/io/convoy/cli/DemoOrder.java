package io.convoy.cli;

import io.convoy.base.ByteSize;
import java.nio.file.Path;
import java.util.Set;

/**
 * What the demo shall do.
 *
 * @param clusters of the inventory that it starts and moves, by name
 */
record DemoOrder(boolean rollback, boolean keep, ByteSize data, Path inventory, Set<String> clusters) {

    DemoOrder {
        clusters = Set.copyOf(clusters);
    }

    boolean moves(String cluster) {
        return clusters.contains(cluster);
    }
}
