package io.convoy.simulation;

import ai.timefold.solver.core.api.solver.SolverFactory;
import ai.timefold.solver.core.config.localsearch.LocalSearchPhaseConfig;
import ai.timefold.solver.core.config.solver.SolverConfig;
import io.convoy.base.ClusterName;
import io.convoy.program.Member;
import io.convoy.program.Program;
import io.convoy.program.Roster;
import io.convoy.program.Subject;
import io.convoy.simulation.TimefoldOrder.Puzzle;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/**
 * How soon programs end in the order that {@link OrderSearch} finds within about a second, and in the one that Timefold finds in
 * thirty, both beginning with the longest first and asking the same simulation. Not a test: run by the command in
 * {@code docs/benchmarks.md}.
 */
class TimefoldBench {

    private static final Duration GIVEN = Duration.ofSeconds(Long.getLong("bench.seconds", 30));
    private static final int FLEETS = Integer.getInteger("bench.fleets", 5);

    @Test
    void orders() {
        for (int seed = 0; seed < FLEETS; seed++) {
            Roster roster = ProgramBenchmark.roster(seed, 500);
            List<Subject> fleet = roster.members().stream().map(Member::subject).toList();
            Puzzle puzzle = new Puzzle(roster.program(), fleet, ProgramBenchmark.BEGIN);
            List<ClusterName> longestFirst =
                    roster.members().stream().map(Member::cluster).toList();
            double bound = LowerBound.of(Scenario.whole(roster, ProgramBenchmark.BEGIN, Odds.NONE));
            long before = System.nanoTime();
            Program found = OrderSearch.soonest(roster.program(), fleet, ProgramBenchmark.BEGIN);
            double took = (System.nanoTime() - before) / 1e9;
            List<ClusterName> searched = found.waves().get(0).clusters();
            System.out.printf(
                    Locale.ROOT,
                    "BENCH fleet %d: makespan / bound: longest first %.3f, OrderSearch in %.1f s %.3f, Timefold in %d s %.3f%n",
                    seed,
                    puzzle.seconds(longestFirst) / bound,
                    took,
                    puzzle.seconds(searched) / bound,
                    GIVEN.toSeconds(),
                    puzzle.seconds(solved(puzzle, longestFirst)) / bound);
        }
    }

    private static List<ClusterName> solved(Puzzle puzzle, List<ClusterName> known) {
        SolverConfig config = new SolverConfig()
                .withSolutionClass(TimefoldOrder.class)
                .withEntityClasses(TimefoldOrder.Line.class)
                .withEasyScoreCalculatorClass(TimefoldOrder.Score.class)
                .withPhases(new LocalSearchPhaseConfig())
                .withTerminationSpentLimit(GIVEN)
                .withRandomSeed(1L);
        TimefoldOrder best =
                SolverFactory.<TimefoldOrder>create(config).buildSolver().solve(TimefoldOrder.of(puzzle, known));
        return best.lines.get(0).clusters;
    }
}
