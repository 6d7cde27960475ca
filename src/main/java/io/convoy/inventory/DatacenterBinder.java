package io.convoy.inventory;

import io.convoy.base.ClusterName;
import io.convoy.inventory.Target.TargetDatacenter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the datacenters of one cluster: first the present ones, then those that are planned. */
final class DatacenterBinder {

    private static final List<String> KEYS = List.of("name", "provider", "region", "racks", "nodes");
    private static final List<String> TARGET_KEYS = List.of("name", "replaces", "provider", "region", "racks", "nodes");

    private final Problems problems;
    private final ClusterName cluster;
    private final Defaults defaults;
    private final UniqueNames names;
    private final Map<String, Fields> present = new LinkedHashMap<>();

    DatacenterBinder(Problems problems, ClusterName cluster, Defaults defaults) {
        this.problems = problems;
        this.cluster = cluster;
        this.defaults = defaults;
        this.names = new UniqueNames(problems);
    }

    List<Datacenter> present(List<Item> items) {
        List<Datacenter> datacenters = new ArrayList<>();
        for (Item item : items) {
            Optional<Fields> fields = Fields.of(item, problems, KEYS);
            fields.flatMap(given -> datacenter(given, defaults::item)).ifPresent(datacenters::add);
            fields.ifPresent(this::remember);
        }
        return datacenters;
    }

    List<TargetDatacenter> planned(List<Item> items) {
        List<TargetDatacenter> datacenters = new ArrayList<>();
        for (Item item : items) {
            Fields.of(item, problems, TARGET_KEYS).flatMap(this::planned).ifPresent(datacenters::add);
        }
        return datacenters;
    }

    private Optional<TargetDatacenter> planned(Fields fields) {
        Optional<String> replaces = fields.optional("replaces", this::presentName);
        Optional<Fields> replaced = replaces.map(present::get);
        // A datacenter stands where the one stood that it replaces, unless it says otherwise.
        Inheritance inheritance =
                key -> replaced.flatMap(given -> given.item(key)).or(() -> defaults.item(key));
        return datacenter(fields, inheritance).map(datacenter -> new TargetDatacenter(datacenter, replaces));
    }

    private Optional<Datacenter> datacenter(Fields fields, Inheritance inheritance) {
        Optional<String> name = fields.required("name", Words::word);
        Optional<String> provider = fields.required("provider", inheritance.of("provider"), Words::loweredWord);
        Optional<String> region = fields.required("region", inheritance.of("region"), Words::loweredWord);
        Optional<NodeLayout> layout = new LayoutBinder(problems, names).bind(fields);
        name.ifPresent(given -> names.datacenter(given, fields.place()));
        if (!fields.sound()) {
            return Optional.empty();
        }
        Datacenter datacenter =
                new Datacenter(name.orElseThrow(), provider.orElseThrow(), region.orElseThrow(), layout.orElseThrow());
        if (datacenter.layout() instanceof CountedNodes) {
            datacenter.nodes(cluster).forEach(node -> names.node(node, fields.place()));
        }
        return Optional.of(datacenter);
    }

    private void remember(Fields fields) {
        fields.text("name").ifPresent(name -> present.putIfAbsent(name, fields));
    }

    private String presentName(String name) {
        if (!present.containsKey(name)) {
            throw new IllegalArgumentException("The cluster has no datacenter " + Quoted.of(name)
                    + " that could be replaced: it has " + String.join(", ", present.keySet()));
        }
        return name;
    }

    /** What a datacenter takes over where it says nothing. */
    private interface Inheritance {
        Optional<Item> of(String key);
    }
}
