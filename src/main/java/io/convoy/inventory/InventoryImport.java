package io.convoy.inventory;

import io.convoy.base.ClusterName;
import java.util.List;

/**
 * What an import did, or would do.
 *
 * @param fleet whose file it was
 * @param added clusters that were not stored
 * @param changed clusters of which some facts are new
 * @param removed clusters of the fleet that are stored and no longer in the file
 * @param unchanged how many stay as they are
 * @param dryRun whether nothing was stored
 */
public record InventoryImport(
        String fleet,
        List<ClusterName> added,
        List<ChangedCluster> changed,
        List<ClusterName> removed,
        int unchanged,
        boolean dryRun) {

    public InventoryImport {
        added = List.copyOf(added);
        changed = List.copyOf(changed);
        removed = List.copyOf(removed);
    }

    /** A cluster and which of its facts are new. */
    public record ChangedCluster(ClusterName name, List<FactChange> facts) {

        public ChangedCluster {
            facts = List.copyOf(facts);
        }
    }

    public boolean changesNothing() {
        return added.isEmpty() && changed.isEmpty() && removed.isEmpty();
    }
}
