package io.convoy.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.Ansi.Text;
import picocli.CommandLine.Help.Column.Overflow;
import picocli.CommandLine.Help.TextTable;

/** Text in columns, made to fit a width: the widest column wraps when there is not enough room. */
final class Table {

    private static final int GAP = 2;
    private static final int NARROWEST = 12;

    private final List<List<String>> rows = new ArrayList<>();

    Table(List<String> titles) {
        rows.add(titles.stream()
                .map(title -> title.toUpperCase(java.util.Locale.ROOT))
                .toList());
    }

    void row(List<String> cells) {
        rows.add(cells);
    }

    String fitting(int width) {
        int[] widths = fit(width);
        Help.Column[] columns = new Help.Column[widths.length];
        for (int i = 0; i < widths.length; i++) {
            columns[i] = new Help.Column(widths[i], i == 0 ? 0 : GAP, Overflow.WRAP);
        }
        TextTable table = TextTable.forColumns(Help.defaultColorScheme(Ansi.AUTO), columns);
        for (List<String> row : rows) {
            table.addRowValues(row.stream().map(Ansi.OFF::text).toArray(Text[]::new));
        }
        return table.toString();
    }

    private int[] fit(int width) {
        int[] widths = new int[rows.get(0).size()];
        for (List<String> row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length() + (i == 0 ? 0 : GAP));
            }
        }
        while (sum(widths) > width && widths[widest(widths)] > NARROWEST) {
            widths[widest(widths)]--;
        }
        return widths;
    }

    private static int sum(int[] widths) {
        int sum = 0;
        for (int width : widths) {
            sum += width;
        }
        return sum;
    }

    private static int widest(int[] widths) {
        int widest = 0;
        for (int i = 1; i < widths.length; i++) {
            widest = widths[i] > widths[widest] ? i : widest;
        }
        return widest;
    }
}
