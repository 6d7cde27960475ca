package io.convoy.cli;

import io.convoy.program.Roster;
import io.convoy.program.Wave;
import io.convoy.simulation.ChainLink;
import io.convoy.simulation.Forecast;
import io.convoy.simulation.LimitCost;
import io.convoy.simulation.Percentiles;
import io.convoy.simulation.Rehearsal;
import io.convoy.simulation.Simulated;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** What a simulation prints. */
final class SimulationReport {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final int MOST_LEFT = 10;

    private final PrintWriter out;
    private final Roster roster;

    SimulationReport(PrintWriter out, Roster roster) {
        this.out = out;
        this.roster = roster;
    }

    void begins(String fleet, Instant from) {
        out.printf(
                "%d clusters of %s in %d waves, from %s (times are UTC)%n%n",
                roster.size(), fleet, roster.program().waves().size(), DAY.format(from));
        out.flush();
    }

    void waves(Simulated expected, Forecast forecast) {
        Table table = new Table(List.of("wave", "clusters", "ends as expected", "P50", "P80", "P90"));
        for (Wave wave : roster.program().waves()) {
            long clusters = roster.members().stream()
                    .filter(member -> member.wave().name().equals(wave.name()))
                    .count();
            String end = expected.endOf(wave.name()).map(MINUTE::format).orElse("never");
            table.row(row(
                    wave.name(),
                    clusters,
                    end,
                    java.util.Objects.requireNonNull(forecast.waves().get(wave.name()))));
        }
        String end = expected.left().isEmpty() ? MINUTE.format(expected.end()) : "never";
        table.row(row("the program", roster.size(), end, forecast.end()));
        show(table);
        if (forecast.unfinished() > 0) {
            out.printf(
                    "In %d of %d simulated programs some cluster never ended.%n%n",
                    forecast.unfinished(), forecast.runs());
        }
    }

    private static List<String> row(String name, long clusters, String end, Percentiles percentiles) {
        return List.of(
                name,
                Long.toString(clusters),
                end,
                day(percentiles.p50()),
                day(percentiles.p80()),
                day(percentiles.p90()));
    }

    void chain(Rehearsal expected) {
        out.println("The critical chain: each waited for the one above it.");
        Table table = new Table(List.of("cluster", "from", "to", "waited for"));
        for (ChainLink link : expected.chain()) {
            table.row(List.of(
                    link.cluster().value(), MINUTE.format(link.start()), MINUTE.format(link.end()), link.waitedFor()));
        }
        show(table);
    }

    void costs(List<LimitCost> costs) {
        out.println("What each rule costs: without it alone, the program would end sooner by");
        Table table = new Table(List.of("rule", "days"));
        for (LimitCost cost : costs) {
            table.row(List.of(cost.what(), days(cost.sooner())));
        }
        show(table);
    }

    void left(Rehearsal expected) {
        if (expected.left().isEmpty()) {
            return;
        }
        out.printf("%d clusters never end:%n", expected.left().size());
        Table table = new Table(List.of("cluster", "kept by"));
        expected.left().entrySet().stream()
                .limit(MOST_LEFT)
                .forEach(one -> table.row(List.of(one.getKey(), one.getValue())));
        show(table);
    }

    private void show(Table table) {
        out.println(table.fitting(Terminal.width()));
        out.flush();
    }

    private static String day(Instant instant) {
        return instant.equals(Instant.MAX) ? "never" : DAY.format(instant);
    }

    private static String days(Duration sooner) {
        return String.format(Locale.ROOT, "%.1f", sooner.toMinutes() / 60.0 / 24.0);
    }
}
