package io.convoy.inventory;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A CSV file as header and rows. The place of a cell is its line, and its column as a spreadsheet counts them. */
record CsvTable(List<String> header, List<Row> rows) {

    /** A data row; {@code cells} holds the stripped texts, as many as the header has. */
    record Row(Place place, List<String> cells) {

        Place cell(int index, String header) {
            return place.child(place.line(), index + 1, header);
        }
    }

    static CsvTable read(String text, Problems problems) {
        char separator = separator(text);
        CsvQuotes.unclosed(text, separator).ifPresent(place -> {
            throw problems.refusal(place, "This cell begins with a double quote that is never closed: close it");
        });
        List<CsvRecord> records = new ArrayList<>();
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .fieldSeparator(separator)
                .acceptCharsAfterQuotes(false)
                .ignoreDifferentFieldCount(true)
                .ofCsvRecord(text)) {
            reader.forEach(records::add);
        } catch (CsvParseException e) {
            throw problems.refusal(Place.root(lineAfter(records), 1), "This is not CSV: " + causeOf(e));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException("Closing a text in memory", e);
        }
        List<String> header =
                records.get(0).getFields().stream().map(String::strip).toList();
        return new CsvTable(header, rows(records, header, problems));
    }

    private static List<Row> rows(List<CsvRecord> records, List<String> header, Problems problems) {
        List<Row> rows = new ArrayList<>();
        Place table = Place.root(1, 1);
        for (CsvRecord row : records.subList(1, records.size())) {
            List<String> cells = row.getFields().stream().map(String::strip).toList();
            if (cells.stream().allMatch(String::isEmpty)) {
                continue;
            }
            Place place = table.child((int) row.getStartingLineNumber(), 1, String.valueOf(rows.size()));
            if (cells.size() != header.size()) {
                problems.add(
                        place,
                        "This row has " + cells.size() + " cells and the header " + header.size()
                                + ": put a cell that holds the separator in double quotes");
            } else {
                rows.add(new Row(place, cells));
            }
        }
        return rows;
    }

    /** The semicolon where the header has more of them than commas: spreadsheets in half of Europe write it. */
    private static char separator(String text) {
        String firstLine = text.lines()
                .filter(line -> !line.isBlank())
                .findFirst()
                .orElse("")
                .replaceAll("\"[^\"]*\"", "");
        long semicolons =
                firstLine.chars().filter(character -> character == ';').count();
        long commas = firstLine.chars().filter(character -> character == ',').count();
        return semicolons > commas ? ';' : ',';
    }

    private static int lineAfter(List<CsvRecord> records) {
        return records.isEmpty() ? 1 : (int) records.get(records.size() - 1).getStartingLineNumber() + 1;
    }

    private static String causeOf(CsvParseException e) {
        return Optional.ofNullable(e.getCause()).map(Throwable::getMessage).orElse(String.valueOf(e.getMessage()));
    }
}
