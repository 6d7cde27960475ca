package io.convoy.inventory;

import io.convoy.base.ClusterName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads a whole inventory from the tree, and what must hold between its clusters. */
final class InventoryBinder {

    private static final List<String> KEYS = List.of("apiVersion", "kind", "fleet", "defaults", "clusters");

    private final Problems problems;

    InventoryBinder(Problems problems) {
        this.problems = problems;
    }

    /** The fleet; throws the refusal with all problems when there is one. */
    Fleet bind(Item document) {
        Fields fields = Fields.of(document, problems, KEYS).orElseThrow(problems::refusal);
        fields.required("apiVersion", text -> only("convoy/v1", text));
        fields.required("kind", text -> only("Inventory", text));
        String fleet = fields.required("fleet", Fleet::checkedName).orElse(Fleet.DEFAULT_NAME);
        Defaults defaults =
                fields.item("defaults").map(item -> Defaults.of(item, problems)).orElse(Defaults.NONE);
        if (!fields.has("clusters")) {
            fields.requiredList("clusters");
        }
        List<Cluster> clusters = clusters(fields.list("clusters"), defaults);
        problems.throwIfAny();
        return new Fleet(fleet, clusters);
    }

    private List<Cluster> clusters(List<Item> items, Defaults defaults) {
        Sharing sharing = new Sharing();
        ClusterBinder binder = new ClusterBinder(problems, defaults, sharing);
        List<Cluster> clusters = new ArrayList<>();
        Map<ClusterName, Place> places = new HashMap<>();
        Map<ClusterName, Kind> kinds = new LinkedHashMap<>();
        for (Item item : items) {
            binder.bind(item).ifPresent(clusters::add);
            if (item instanceof Item.Mapping mapping) {
                checkOnce(mapping, places);
            }
        }
        clusters.forEach(cluster -> kinds.put(cluster.name(), cluster.kind()));
        // Clusters with problems of their own are there too, whatever their kind.
        places.keySet().forEach(name -> kinds.putIfAbsent(name, Kind.KAFKA));
        sharing.check(kinds, problems);
        return clusters;
    }

    private void checkOnce(Item.Mapping cluster, Map<ClusterName, Place> places) {
        if (!(cluster.value("name").orElse(null) instanceof Item.Scalar name)) {
            return;
        }
        String text = name.text().strip();
        if (!ClusterName.isValid(text)) {
            return;
        }
        Place earlier = places.putIfAbsent(new ClusterName(text), name.place());
        if (earlier != null) {
            problems.add(name.place(), "Cluster '" + text + "' is in this file already, in line " + earlier.line());
        }
    }

    private static String only(String expected, String text) {
        if (!text.equals(expected)) {
            throw new IllegalArgumentException(Quoted.of(text) + " is not read here: write " + expected);
        }
        return text;
    }
}
