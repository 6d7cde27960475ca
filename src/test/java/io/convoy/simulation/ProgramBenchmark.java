package io.convoy.simulation;

import io.convoy.base.ClusterName;
import io.convoy.program.Dimension;
import io.convoy.program.Member;
import io.convoy.program.Program;
import io.convoy.program.ProgramForm;
import io.convoy.program.Roster;
import io.convoy.program.Subject;
import io.convoy.program.Traits;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The figures in the section "The program" of {@code docs/benchmarks.md}; run by command, not with the other tests. */
class ProgramBenchmark {

    static final Instant BEGIN = Instant.parse("2026-01-05T00:00:00Z");

    @Test
    void makespanAgainstTheLowerBound() {
        double[] ratios = new double[200];
        double[] windowless = new double[200];
        double[] longestFirst = new double[200];
        double[] millis = new double[200];
        for (int seed = 0; seed < ratios.length; seed++) {
            Roster roster = roster(seed, 500);
            Scenario scenario = Scenario.whole(roster, BEGIN, Odds.NONE);
            long bound = LowerBound.of(scenario);
            longestFirst[seed] = (double) Simulator.run(scenario, seed).length().toSeconds() / bound;
            List<Subject> fleet = roster.members().stream().map(Member::subject).toList();
            long before = cpu();
            Program found = OrderSearch.soonest(roster.program(), fleet, BEGIN);
            millis[seed] = (cpu() - before) / 1e6;
            ratios[seed] = seconds(found, fleet) / bound;
            Program always = roster.program().with(List.of(), List.of());
            windowless[seed] = seconds(OrderSearch.soonest(always, fleet, BEGIN), fleet) / bound;
        }
        tell("makespan / lower bound, longest first", longestFirst);
        tell("makespan / lower bound, the order that was found", ratios);
        tell("makespan / lower bound, the order that was found, without windows", windowless);
        tell("processor time of the search, ms", millis);
    }

    private static double seconds(Program program, List<Subject> fleet) {
        Scenario scenario = Scenario.whole(Roster.of(program, fleet), BEGIN, Odds.NONE);
        return Simulator.run(scenario, 1).length().toSeconds();
    }

    private static void tell(String what, double[] figures) {
        Arrays.sort(figures);
        System.out.printf(
                "%s: median %.3f, worst %.3f%n", what, figures[figures.length / 2], figures[figures.length - 1]);
    }

    @Test
    void forecastOfTheFleetOf2023() {
        Scenario scenario = Program2023.scenario(Program2023.program(), Odds.USUAL);
        for (int round = 0; round < 3; round++) {
            long wall = System.nanoTime();
            long before = processCpu();
            Forecast forecast = Forecast.of(scenario, 1000, 1 + round, () -> {});
            System.out.printf(
                    "1,000 runs: %.1f s, processor time %.1f s, P90 %s%n",
                    (System.nanoTime() - wall) / 1e9,
                    (processCpu() - before) / 1e9,
                    forecast.end().p90());
        }
    }

    @Test
    void coverageOfTheNinetiethPercentile() {
        Scenario scenario = Program2023.scenario(Program2023.program(), Odds.USUAL);
        Instant p90 = Forecast.of(scenario, 1000, 1, () -> {}).end().p90();
        long within = LongStream.range(0, 1000)
                .parallel()
                .filter(seed -> !Simulator.run(scenario, 1_000_000 + seed).end().isAfter(p90))
                .count();
        System.out.printf("P90 covers %.1f %% of 1,000 other outcomes%n", within / 10.0);
    }

    @Test
    void tenThousandClusters() {
        Roster roster = roster(1, 10_000);
        System.gc();
        Scenario scenario = Scenario.whole(roster, BEGIN, Odds.NONE);
        long before = cpu();
        Simulated simulated = Simulator.run(scenario, 1);
        System.out.printf(
                "10,000 clusters: %.1f s of processor time, %d MiB heap used, %d days%n",
                (cpu() - before) / 1e9,
                (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) >> 20,
                simulated.length().toDays());
    }

    /** Five limits; a quarter of the clusters has nightly windows. */
    static Roster roster(long seed, int clusters) {
        SplittableRandom random = new SplittableRandom(seed);
        int many = clusters / 25;
        Program program = ProgramForm.read("""
                limits:
                  clusters: %d
                  rules:
                    - {by: region, clusters: %d}
                    - {by: team, clusters: %d}
                    - {by: fleet, nodes: %d}
                    - {by: zookeeper, clusters: 1}
                windows: [{name: nights, select: team=team0, timeZone: Europe/Berlin, from: "20:00", to: "08:00"}]
                waves: [{name: all, select: "", order: LONGEST_FIRST}]
                """.formatted(many, many / 4, Math.max(2, many / 6), many * 12));
        List<Subject> fleet = new ArrayList<>();
        for (int number = 0; number < clusters; number++) {
            fleet.add(subject(number, random));
        }
        return Roster.of(program, fleet);
    }

    private static Subject subject(int number, SplittableRandom random) {
        Map<Dimension, Set<String>> traits = new HashMap<>();
        traits.put(Dimension.FLEET, Set.of("fleet"));
        traits.put(Dimension.KIND, Set.of("kafka"));
        traits.put(Dimension.REGION, Set.of("aws/r" + random.nextInt(6)));
        traits.put(Dimension.TEAM, Set.of("team" + random.nextInt(20)));
        traits.put(Dimension.ZOOKEEPER, Set.of("zk" + (number % 7 == 0 ? random.nextInt(10) : 100 + number)));
        int nodes = 3 + (int) (Math.exp(random.nextGaussian()) * 6);
        long bytes = (long) (nodes * (200L << 30) * Math.exp(0.8 * random.nextGaussian()));
        io.convoy.program.Pace pace = io.convoy.program.Pace.USUAL;
        Duration expected = pace.beforeData().plus(pace.streaming(nodes, bytes)).plus(pace.afterData());
        return new Subject(new ClusterName("c" + number), new Traits(traits), nodes, bytes, expected);
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static long processCpu() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }
}
