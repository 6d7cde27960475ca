package io.convoy.cli;

import io.convoy.base.ByteSize;
import io.convoy.inventory.Fleet;
import io.convoy.inventory.ImportFormat;
import io.convoy.inventory.InventoryReader;
import io.convoy.program.Pace;
import io.convoy.program.Program;
import io.convoy.program.ProgramForm;
import io.convoy.program.Roster;
import io.convoy.program.Subject;
import io.convoy.simulation.Forecast;
import io.convoy.simulation.LimitCost;
import io.convoy.simulation.Odds;
import io.convoy.simulation.OrderSearch;
import io.convoy.simulation.Proposal;
import io.convoy.simulation.Rehearsal;
import io.convoy.simulation.Scenario;
import io.convoy.simulation.Simulator;
import io.convoy.simulation.WhatIf;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs a whole program on a virtual clock. */
@Command(
        name = "simulate",
        description =
                "Run a whole program on a virtual clock: when it ends, who waits for whom, what each limit costs.",
        mixinStandardHelpOptions = true)
final class SimulateCommand implements Callable<Integer> {

    private static final ByteSize LARGEST = ByteSize.parse("256MiB");

    @Parameters(paramLabel = "FILE", description = "The inventory file; its ending tells the format.")
    Path file;

    @Option(names = "--program", description = "The program, YAML or JSON; without it one is proposed.")
    @Nullable
    Path program;

    @Option(names = "--seed", description = "The same seed gives the same words.", defaultValue = "1")
    long seed;

    @Option(names = "--runs", description = "Simulated programs for the forecast.", defaultValue = "1000")
    int runs;

    @Option(names = "--from", description = "The date on which it begins (UTC), 2026-01-05 unless said.")
    LocalDate from = LocalDate.of(2026, 1, 5);

    @Option(names = "--gantt", paramLabel = "FILE.svg", description = "Draw it.")
    @Nullable
    Path gantt;

    @Option(
            names = "--what-if",
            paramLabel = "CHANGE",
            description = "Change the program first: limits.clusters=12, waves.0.clusterSoak=P1D, freezes=[] …")
    List<String> changes = new ArrayList<>();

    @Option(
            names = "--propose",
            description =
                    "Only print, as YAML: the program that is proposed for the inventory; with --program that one,"
                            + " its clusters in the order that ends soonest of those that were tried.")
    boolean propose;

    @Spec
    CommandSpec spec;

    SimulateCommand() {
        file = Path.of("");
    }

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        if (runs < 1) {
            throw new IllegalStateException("--runs is 1 or more, not " + runs);
        }
        Fleet fleet = fleet();
        if (propose) {
            out.print(ProgramForm.yaml(proposal(fleet)));
            out.flush();
            return 0;
        }
        Program asked = program(fleet);
        Scenario scenario = scenario(asked, fleet);
        SimulationReport report = new SimulationReport(out, scenario.roster());
        Rehearsal expected = Rehearsal.of(scenario.with(Odds.NONE), seed);
        report.begins(fleet.name(), scenario.begin().now());
        SimulationProgress progress = new SimulationProgress(out, runs);
        Forecast forecast = Forecast.of(scenario, runs, seed, progress::one);
        progress.finish();
        report.waves(expected.outcome(), forecast);
        report.chain(expected);
        report.costs(LimitCost.of(
                asked, variant -> Simulator.run(scenario(variant, fleet).with(Odds.NONE), seed)
                        .length()));
        report.left(expected);
        draw(out, expected);
        return 0;
    }

    private void draw(PrintWriter out, Rehearsal expected) throws IOException {
        if (gantt != null) {
            Files.writeString(gantt, expected.gantt());
            out.println("Drawn: " + gantt);
        }
        out.flush();
    }

    private Fleet fleet() throws IOException {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        String ending = name.substring(name.lastIndexOf('.') + 1);
        ImportFormat format = ImportFormat.fromQuery(ending.equals("yml") ? "yaml" : ending);
        return new InventoryReader(LARGEST).read(content(file), format, Fleet.DEFAULT_NAME);
    }

    private Program program(Fleet fleet) throws IOException {
        Program asked = program == null
                ? Proposal.of(subjects(fleet, Pace.USUAL))
                : ProgramForm.read(new String(content(program), java.nio.charset.StandardCharsets.UTF_8));
        for (String change : changes) {
            asked = WhatIf.changed(asked, change);
        }
        return asked;
    }

    private Program proposal(Fleet fleet) throws IOException {
        Program asked = program(fleet);
        return program == null ? asked : OrderSearch.soonest(asked, subjects(fleet, asked.paceOrUsual()), begin());
    }

    private Instant begin() {
        return from.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static byte[] content(Path path) throws IOException {
        if (!Files.isReadable(path)) {
            throw new IllegalStateException("There is no readable file " + path);
        }
        return Files.readAllBytes(path);
    }

    private Scenario scenario(Program of, Fleet fleet) {
        Roster roster = Roster.of(of, subjects(fleet, of.paceOrUsual()));
        if (!roster.ring().isEmpty()) {
            throw new IllegalStateException("These clusters would wait for each other for ever: " + roster.ring());
        }
        return Scenario.whole(roster, begin(), Odds.USUAL);
    }

    private static List<Subject> subjects(Fleet fleet, Pace pace) {
        return fleet.clusters().stream()
                .map(cluster -> Subject.of(cluster, pace))
                .toList();
    }
}
