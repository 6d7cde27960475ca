package io.convoy.inventory;

import io.convoy.base.ClusterName;
import io.convoy.base.Digest;
import io.convoy.base.Problem;
import io.convoy.base.Refusal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What has to be written so that the stored fleet equals a file's. */
record FleetUpdate(String fleet, List<Draft> added, List<Draft> changed, List<ClusterName> removed, int unchanged) {

    /** A cluster of the file, ready to be stored. */
    record Draft(Cluster cluster, ClusterDocument document, Digest digest) {

        static Draft of(Cluster cluster) {
            ClusterDocument document = ClusterDocument.of(cluster);
            return new Draft(cluster, document, document.digest());
        }

        ClusterName name() {
            return cluster.name();
        }
    }

    /** A cluster of the store, as far as the comparison needs it. */
    record Stored(ClusterName name, String fleet, Digest digest) {}

    FleetUpdate {
        added = List.copyOf(added);
        changed = List.copyOf(changed);
        removed = List.copyOf(removed);
    }

    /** Compares by digests; refuses a file that names a cluster of another fleet. */
    static FleetUpdate between(List<Stored> stored, Fleet fleet) {
        Map<ClusterName, Stored> left = new LinkedHashMap<>();
        stored.forEach(cluster -> left.put(cluster.name(), cluster));
        refuseOthersClusters(left, fleet);
        List<Draft> added = new ArrayList<>();
        List<Draft> changed = new ArrayList<>();
        for (Cluster cluster : fleet.clusters()) {
            Draft draft = Draft.of(cluster);
            Stored before = left.remove(cluster.name());
            if (before == null) {
                added.add(draft);
            } else if (!before.digest().equals(draft.digest())) {
                changed.add(draft);
            }
        }
        List<ClusterName> removed = left.values().stream()
                .filter(cluster -> cluster.fleet().equals(fleet.name()))
                .map(Stored::name)
                .toList();
        int unchanged = fleet.clusters().size() - added.size() - changed.size();
        return new FleetUpdate(fleet.name(), added, changed, removed, unchanged);
    }

    private static void refuseOthersClusters(Map<ClusterName, Stored> stored, Fleet fleet) {
        List<Problem> problems = new ArrayList<>();
        for (int i = 0; i < fleet.clusters().size(); i++) {
            ClusterName name = fleet.clusters().get(i).name();
            Stored known = stored.get(name);
            if (known != null && !known.fleet().equals(fleet.name())) {
                problems.add(Problem.at(
                        "/clusters/" + i + "/name",
                        "Cluster '" + name + "' belongs to fleet '" + known.fleet()
                                + "': remove it there first, or give this one another name"));
            }
        }
        if (!problems.isEmpty()) {
            throw Refusal.invalid(
                    "Fleet '" + fleet.name() + "' names clusters of another fleet; nothing of it is stored", problems);
        }
    }
}
