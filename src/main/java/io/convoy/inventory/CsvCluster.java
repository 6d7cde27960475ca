package io.convoy.inventory;

import io.convoy.inventory.Item.Entry;
import io.convoy.inventory.Item.Mapping;
import io.convoy.inventory.Item.Sequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The rows of one cluster, gathered into the tree that the YAML form would have. */
final class CsvCluster {

    private static final Map<String, String> COLUMNS = Map.of("name", "cluster", "kind", "kind", "version", "version");
    private static final Map<String, String> DATACENTER_COLUMNS =
            Map.of("name", "datacenter", "provider", "provider", "region", "region");
    private static final Map<String, String> RACK_COLUMNS = Map.of("name", "rack", "nodes", "nodes");

    private final Place place;
    private final Problems problems;
    private final String subject;
    private final CsvFacts own;
    private final CsvFacts owner;
    private final CsvFacts labels;
    private final Map<String, CsvDatacenter> datacenters = new LinkedHashMap<>();

    private record CsvDatacenter(Place place, CsvFacts facts, List<Item> racks) {}

    CsvCluster(Place place, String name, Problems problems) {
        this.place = place;
        this.problems = problems;
        this.subject = "Cluster " + Quoted.of(name);
        this.own = new CsvFacts(subject, problems);
        this.owner = new CsvFacts(subject, problems);
        this.labels = new CsvFacts(subject, problems);
    }

    void add(CsvCells row) {
        row.copy(CsvColumn.CLUSTER, own, "name");
        row.copy(CsvColumn.KIND, own, "kind");
        row.copy(CsvColumn.VERSION, own, "version");
        row.copy(CsvColumn.ENVIRONMENT, own, "environment");
        row.copy(CsvColumn.TIER, own, "tier");
        row.copy(CsvColumn.DATA_SIZE, own, "dataSize");
        row.copy(CsvColumn.TEAM, owner, "team");
        row.copy(CsvColumn.CONTACT, owner, "contact");
        row.copyLabels(labels);
        addNodes(row);
    }

    private void addNodes(CsvCells row) {
        String name = row.text(CsvColumn.DATACENTER);
        CsvDatacenter datacenter = datacenters.computeIfAbsent(
                name,
                key -> new CsvDatacenter(
                        row.place(),
                        new CsvFacts("Datacenter " + Quoted.of(key) + " of " + subject, problems),
                        new ArrayList<>()));
        row.copy(CsvColumn.DATACENTER, datacenter.facts(), "name");
        row.copy(CsvColumn.PROVIDER, datacenter.facts(), "provider");
        row.copy(CsvColumn.REGION, datacenter.facts(), "region");
        CsvFacts rack = new CsvFacts("This rack", problems);
        row.copy(CsvColumn.RACK, rack, "name");
        row.copy(CsvColumn.NODES, rack, "nodes");
        row.copy(CsvColumn.NODE_SIZE, rack, "nodeSize");
        datacenter.racks().add(new Mapping(row.place(), rack.entries(), RACK_COLUMNS));
    }

    Item tree() {
        Map<String, Entry> entries = new LinkedHashMap<>(own.entries());
        put(entries, "owner", new Mapping(place, owner.entries(), Map.of()));
        put(entries, "labels", new Mapping(place, labels.entries(), Map.of()));
        List<Item> trees = datacenters.values().stream().map(CsvCluster::tree).toList();
        put(entries, "datacenters", new Sequence(place, trees));
        return new Mapping(place, entries, COLUMNS);
    }

    private static Item tree(CsvDatacenter datacenter) {
        Map<String, Entry> entries = new LinkedHashMap<>(datacenter.facts().entries());
        put(entries, "racks", new Sequence(datacenter.place(), datacenter.racks()));
        return new Mapping(datacenter.place(), entries, DATACENTER_COLUMNS);
    }

    private static void put(Map<String, Entry> entries, String key, Item value) {
        entries.put(key, new Entry(value.place(), value));
    }
}
