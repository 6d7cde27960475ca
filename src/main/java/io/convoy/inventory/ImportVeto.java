package io.convoy.inventory;

import io.convoy.base.ClusterName;
import io.convoy.base.Problem;
import io.convoy.base.Refusal;
import io.convoy.inventory.InventoryImport.ChangedCluster;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Keeps an import from taking away, or turning round, a cluster that is being moved. Pure. */
final class ImportVeto {

    private ImportVeto() {}

    /**
     * Refuses an import that would hurt.
     *
     * @param use what a cluster is needed for
     */
    static void check(InventoryImport result, Function<ClusterName, Optional<String>> use) {
        List<Problem> problems = new ArrayList<>();
        Stream<ClusterName> hurt = Stream.concat(
                result.removed().stream(),
                result.changed().stream().filter(ImportVeto::isMovedElsewhere).map(ChangedCluster::name));
        hurt.forEach(name -> use.apply(name)
                .ifPresent(why -> problems.add(Problem.at(
                        "",
                        "Cluster '" + name + "' would be " + verb(result, name) + ", and " + why
                                + ": wait until it has ended, or roll it back first"))));
        if (!problems.isEmpty()) {
            throw Refusal.conflict(
                    "The import would change clusters that are being moved; nothing was stored", problems);
        }
    }

    private static String verb(InventoryImport result, ClusterName name) {
        return result.removed().contains(name) ? "removed" : "given other nodes or another target";
    }

    /** Owners, labels and ways in may change while a cluster moves. */
    private static boolean isMovedElsewhere(ChangedCluster changed) {
        return changed.facts().stream()
                .anyMatch(fact ->
                        fact.fact().startsWith("datacenters") || fact.fact().startsWith("target"));
    }
}
