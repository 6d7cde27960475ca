package io.convoy.inventory;

import java.util.List;
import java.util.Map;

/**
 * One row, asked by the meaning of its columns.
 *
 * @param columns where the columns with a meaning stand
 * @param labels where the others stand, by their header
 */
record CsvCells(CsvTable.Row row, List<String> header, Map<CsvColumn, Integer> columns, Map<String, Integer> labels) {

    Place place() {
        return row.place();
    }

    /** Empty where the table has no such column. */
    String text(CsvColumn column) {
        Integer index = columns.get(column);
        return index == null ? "" : row.cells().get(index);
    }

    void copy(CsvColumn column, CsvFacts facts, String key) {
        Integer index = columns.get(column);
        if (index != null) {
            copy(index, facts, key);
        }
    }

    void copyLabels(CsvFacts facts) {
        labels.forEach((key, index) -> copy(index, facts, key));
    }

    private void copy(int index, CsvFacts facts, String key) {
        facts.add(key, row.cell(index, header.get(index)), row.cells().get(index));
    }
}
