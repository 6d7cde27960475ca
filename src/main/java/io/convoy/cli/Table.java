package io.convoy.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Text in columns, made to fit a width: the widest column wraps, at spaces, when there is not enough room. */
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
        return rows.stream().flatMap(row -> lines(row, widths)).collect(Collectors.joining());
    }

    /** The lines of a row; where a cell wraps, the others stay on the first one. */
    private static Stream<String> lines(List<String> row, int[] widths) {
        List<List<String>> cells = new ArrayList<>();
        for (int i = 0; i < widths.length; i++) {
            cells.add(wrapped(row.get(i), widths[i] - GAP));
        }
        int height = cells.stream().mapToInt(List::size).max().orElse(0);
        return IntStream.range(0, height).mapToObj(line -> line(cells, line, widths));
    }

    private static String line(List<List<String>> cells, int line, int[] widths) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            List<String> cell = cells.get(i);
            String part = line < cell.size() ? cell.get(line) : "";
            text.append(part).append(" ".repeat(widths[i] - part.length()));
        }
        return text.toString().stripTrailing() + "\n";
    }

    private static List<String> wrapped(String text, int width) {
        List<String> lines = new ArrayList<>();
        String rest = text;
        while (rest.length() > width) {
            int space = rest.lastIndexOf(' ', width);
            int end = space > 0 ? space : width;
            lines.add(rest.substring(0, end));
            rest = rest.substring(end).stripLeading();
        }
        lines.add(rest);
        return lines;
    }

    private int[] fit(int width) {
        int[] widths = new int[rows.get(0).size()];
        for (List<String> row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length() + GAP);
            }
        }
        while (sum(widths) > width + GAP && widths[widest(widths)] > NARROWEST) {
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
