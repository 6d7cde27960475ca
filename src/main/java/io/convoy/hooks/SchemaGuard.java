package io.convoy.hooks;

import io.convoy.inventory.Cluster;
import java.util.List;

/**
 * Keeps table drops and truncations away on the cluster itself. Both calls look first and are safe to repeat; both answer what
 * every node enforces now.
 */
public interface SchemaGuard {

    /** Whether this guard knows how to bind clusters of this kind. */
    boolean guards(Cluster cluster);

    /** Refuses drops on every node that can be reached, of every datacenter. */
    List<NodeGuard> enforce(Cluster cluster);

    /** Gives every node that can be reached the settings that {@code originals} names. */
    List<NodeGuard> restore(Cluster cluster, List<NodeGuard.Setting> originals);

    /** What every node enforces now, changing nothing. */
    List<NodeGuard> look(Cluster cluster);
}
