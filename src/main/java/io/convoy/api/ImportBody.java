package io.convoy.api;

import io.convoy.base.ClusterName;
import io.convoy.inventory.FactChange;
import io.convoy.inventory.InventoryImport;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an import did, or would do.
 *
 * @param added names of clusters that were not stored
 * @param removed names of the fleet's clusters that are no longer in the file
 * @param unchanged how many stay as they are
 */
public record ImportBody(
        String fleet, List<String> added, List<Changed> changed, List<String> removed, int unchanged, boolean dryRun) {

    public ImportBody {
        added = List.copyOf(added);
        changed = List.copyOf(changed);
        removed = List.copyOf(removed);
    }

    /** A cluster of which some facts are new. */
    public record Changed(String name, List<Fact> facts) {
        public Changed {
            facts = List.copyOf(facts);
        }
    }

    /**
     * One fact.
     *
     * @param fact where, for example {@code datacenters.dc_old.racks.us-east-1a.nodes}
     * @param before null when it is new
     * @param after null when it is gone
     */
    public record Fact(
            String fact, @Nullable String before, @Nullable String after) {

        static Fact of(FactChange change) {
            return new Fact(
                    change.fact(), change.before().orElse(null), change.after().orElse(null));
        }
    }

    static ImportBody of(InventoryImport result) {
        return new ImportBody(
                result.fleet(),
                names(result.added()),
                result.changed().stream()
                        .map(changed -> new Changed(
                                changed.name().value(),
                                changed.facts().stream().map(Fact::of).toList()))
                        .toList(),
                names(result.removed()),
                result.unchanged(),
                result.dryRun());
    }

    private static List<String> names(List<ClusterName> clusters) {
        return clusters.stream().map(ClusterName::value).toList();
    }
}
