package io.convoy.inventory;

import io.convoy.inventory.Item.Entry;
import io.convoy.inventory.Item.Mapping;
import io.convoy.inventory.Item.Scalar;
import io.convoy.inventory.Item.Sequence;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a table with one row per group of equal nodes into the tree of the YAML form. */
final class CsvTree {

    private final CsvTable table;
    private final Problems problems;
    private final Map<CsvColumn, Integer> columns = new EnumMap<>(CsvColumn.class);
    private final Map<String, Integer> labels = new LinkedHashMap<>();
    private final Map<String, CsvCluster> clusters = new LinkedHashMap<>();

    private CsvTree(CsvTable table, Problems problems) {
        this.table = table;
        this.problems = problems;
    }

    static Item read(String text, String fleet, Problems problems) {
        CsvTree tree = new CsvTree(CsvTable.read(text, problems), problems);
        tree.readHeader();
        tree.readRows();
        return tree.document(fleet);
    }

    private void readHeader() {
        for (int i = 0; i < table.header().size(); i++) {
            readHeader(i, table.header().get(i));
        }
        CsvColumn.REQUIRED.stream()
                .filter(column -> !columns.containsKey(column))
                .forEach(this::reportMissing);
        problems.throwIfAny();
    }

    private void readHeader(int index, String header) {
        Optional<CsvColumn> column = CsvColumn.of(header);
        if (header.isEmpty()) {
            checkEmpty(index);
            return;
        }
        Integer earlier =
                column.isPresent() ? columns.putIfAbsent(column.get(), index) : labels.putIfAbsent(header, index);
        if (earlier != null) {
            problems.add(Place.root(1, index + 1), "Column " + Quoted.of(header) + " comes twice: keep one of them");
        }
    }

    /** Spreadsheets write columns that nobody filled; what somebody did fill must not be lost. */
    private void checkEmpty(int index) {
        table.rows().stream()
                .filter(row -> !row.cells().get(index).isEmpty())
                .findFirst()
                .ifPresent(row -> problems.add(
                        row.cell(index, ""), "This cell stands in a column without a header: give it one"));
    }

    private void reportMissing(CsvColumn column) {
        Optional<String> similar = NearestWord.to(column.header(), labels.keySet())
                .filter(label -> NearestWord.distance(column.header(), label) <= 2);
        String advice = similar.map(label -> ": is it '" + label + "'?").orElse("");
        problems.add(Place.root(1, 1), "The header has no column '" + column.header() + "'" + advice);
    }

    private void readRows() {
        if (table.rows().isEmpty()) {
            throw problems.refusal(Place.root(1, 1), "There is a header and no row: no cluster is described");
        }
        for (CsvTable.Row row : table.rows()) {
            CsvCells cells = new CsvCells(row, table.header(), columns, labels);
            clusters.computeIfAbsent(
                            cells.text(CsvColumn.CLUSTER), name -> new CsvCluster(cells.place(), name, problems))
                    .add(cells);
        }
    }

    private Item document(String fleet) {
        Place place = Place.root(1, 1);
        Map<String, Entry> entries = new LinkedHashMap<>();
        entries.put("apiVersion", entry(new Scalar(place, "convoy/v1")));
        entries.put("kind", entry(new Scalar(place, "Inventory")));
        entries.put("fleet", entry(new Scalar(place, fleet)));
        List<Item> trees = clusters.values().stream().map(CsvCluster::tree).toList();
        entries.put("clusters", entry(new Sequence(place, trees)));
        return new Mapping(place, entries, Map.of());
    }

    private static Entry entry(Item item) {
        return new Entry(item.place(), item);
    }
}
