package io.convoy.simulation;

import io.convoy.program.Freeze;
import io.convoy.program.Member;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A simulated program as a picture: a row for each cluster, coloured by what is done, freezes shaded. */
final class Gantt {

    private static final int LEFT = 190;
    private static final int WIDTH = 1200;
    private static final int TOP = 56;
    private static final int ROW = 9;
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private static final String COPY = "#2a6fbb";
    private static final String PREPARE = "#8fb8de";
    private static final String CUTOVER = "#e08a1e";
    private static final String VERIFY = "#57a773";
    private static final String RETIRE = "#7d5ba6";
    private static final String TROUBLE = "#c8352b";
    private static final String STILL = "#d9d9d9";
    private static final String SOAK = "#cfe8d5";

    private static final Map<String, String> COLOURS = Map.ofEntries(
            Map.entry("preflight", PREPARE),
            Map.entry("provision", PREPARE),
            Map.entry("extend-replication", PREPARE),
            Map.entry("join-brokers", PREPARE),
            Map.entry("rebuild", COPY),
            Map.entry("move-partitions", COPY),
            Map.entry("verify", VERIFY),
            Map.entry("cutover", CUTOVER),
            Map.entry("move-controllers", CUTOVER),
            Map.entry("point-of-no-return", CUTOVER),
            Map.entry("retire", RETIRE),
            Map.entry("attention", TROUBLE),
            Map.entry("back", TROUBLE),
            Map.entry("", STILL));

    private final Simulated simulated;
    private final Diary diary;
    private final StringBuilder svg = new StringBuilder();
    private final long begin;
    private final long seconds;

    Gantt(Simulated simulated, Diary diary) {
        this.simulated = simulated;
        this.diary = diary;
        begin = simulated.begin().getEpochSecond();
        seconds = Math.max(1, simulated.end().getEpochSecond() - begin) * 51 / 50 + 1;
    }

    String svg() {
        List<Member> rows = simulated.roster().members().stream()
                .sorted(Comparator.comparing(
                                (Member member) -> simulated.start(member).orElse(Instant.MAX))
                        .thenComparing(Member::place))
                .toList();
        int height = TOP + rows.size() * ROW;
        svg.append(String.format(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\">%n",
                LEFT + WIDTH + 10, height + 10));
        svg.append("<rect width=\"100%\" height=\"100%\" fill=\"white\"/>\n");
        text(8, 18, 14, "From " + DAY.format(simulated.begin()) + " to " + DAY.format(simulated.end()));
        legend();
        simulated.roster().program().freezes().forEach(freeze -> shade(freeze, height));
        months(height);
        for (int row = 0; row < rows.size(); row++) {
            row(rows.get(row), TOP + row * ROW);
        }
        return svg.append("</svg>\n").toString();
    }

    private void legend() {
        Map<String, String> words = new java.util.LinkedHashMap<>();
        words.put("prepare", PREPARE);
        words.put("copy", COPY);
        words.put("verify", VERIFY);
        words.put("cut over", CUTOVER);
        words.put("retire", RETIRE);
        words.put("soak", SOAK);
        words.put("needs attention, back", TROUBLE);
        words.put("waits in its run", STILL);
        words.put("freeze", "#f6e3c5");
        int x = LEFT + 200;
        for (Map.Entry<String, String> word : words.entrySet()) {
            box(x, 9, 10, 10, word.getValue());
            text(x + 14, 18, 11, word.getKey());
            x += 34 + word.getKey().length() * 6;
        }
    }

    private void shade(Freeze freeze, int height) {
        double from = Math.max(LEFT, x(freeze.span().from()));
        double to = Math.min(LEFT + WIDTH, x(freeze.span().to()));
        if (from < to) {
            box(from, TOP - 4, to - from, height - TOP + 4, "#f6e3c5");
        }
    }

    private void months(int height) {
        LocalDate month = LocalDate.ofInstant(simulated.begin(), ZoneOffset.UTC).withDayOfMonth(1);
        for (; x(at(month)) < LEFT + WIDTH; month = month.plusMonths(1)) {
            double x = Math.max(LEFT, x(at(month)));
            svg.append(String.format(
                    Locale.ROOT,
                    "<path d=\"M%.1f %d V%d\" stroke=\"#bbb\" stroke-width=\"0.5\"/>%n",
                    x,
                    TOP - 8,
                    height));
            text(x + 2, TOP - 10, 10, month.getMonth().getDisplayName(TextStyle.SHORT, Locale.ENGLISH));
        }
    }

    private static Instant at(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private void row(Member member, int y) {
        text(8, y + 7, 7, member.cluster() + "  (" + member.wave().name() + ")");
        simulated.end(member).ifPresent(end -> {
            double soaked = x(end.plus(member.wave().clusterSoaking())) - x(end);
            box(x(end), y + 1, soaked, ROW - 2, SOAK);
        });
        for (Diary.Stretch stretch : diary.stretches(member)) {
            double width = Math.max(0.4, x(stretch.to()) - x(stretch.from()));
            box(x(stretch.from()), y + 1, width, ROW - 2, COLOURS.getOrDefault(stretch.what(), PREPARE));
        }
    }

    private double x(Instant instant) {
        return LEFT + (double) (instant.getEpochSecond() - begin) * WIDTH / seconds;
    }

    private void box(double x, double y, double width, double height, String colour) {
        svg.append(String.format(
                Locale.ROOT,
                "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill=\"%s\"/>%n",
                x,
                y,
                width,
                height,
                colour));
    }

    /** Names of clusters and waves are DNS labels: nothing has to be escaped. */
    private void text(double x, double y, int size, String words) {
        svg.append(String.format(
                Locale.ROOT,
                "<text x=\"%.1f\" y=\"%.1f\" font-size=\"%d\" fill=\"#333\">%s</text>%n",
                x,
                y,
                size,
                words));
    }
}
