package io.convoy.simulation;

import ai.timefold.solver.core.api.domain.entity.PlanningEntity;
import ai.timefold.solver.core.api.domain.solution.PlanningEntityCollectionProperty;
import ai.timefold.solver.core.api.domain.solution.PlanningScore;
import ai.timefold.solver.core.api.domain.solution.PlanningSolution;
import ai.timefold.solver.core.api.domain.solution.ProblemFactCollectionProperty;
import ai.timefold.solver.core.api.domain.valuerange.ValueRangeProvider;
import ai.timefold.solver.core.api.domain.variable.PlanningListVariable;
import ai.timefold.solver.core.api.score.SimpleScore;
import ai.timefold.solver.core.api.score.calculator.EasyScoreCalculator;
import io.convoy.base.ClusterName;
import io.convoy.program.Program;
import io.convoy.program.Roster;
import io.convoy.program.Subject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The order of one wave's clusters as Timefold seeks it: by the same simulation that {@link OrderSearch} asks. */
@PlanningSolution
public class TimefoldOrder {

    /** What is ordered. */
    record Puzzle(Program program, List<Subject> fleet, Instant from) {

        long seconds(List<ClusterName> order) {
            Program tried =
                    program.withWaves(List.of(program.waves().get(0).listing(order)));
            return Simulator.run(Scenario.whole(Roster.of(tried, fleet), from, Odds.NONE), 1)
                    .length()
                    .toSeconds();
        }
    }

    /** The one line in which all clusters stand. */
    @PlanningEntity
    public static class Line {
        @PlanningListVariable
        public List<ClusterName> clusters = new ArrayList<>();
    }

    /** The sooner the program ends, the better. */
    public static class Score implements EasyScoreCalculator<TimefoldOrder, SimpleScore> {
        @Override
        public SimpleScore calculateScore(TimefoldOrder order) {
            return SimpleScore.of(-order.puzzle.seconds(order.lines.get(0).clusters));
        }
    }

    @ProblemFactCollectionProperty
    @ValueRangeProvider
    public List<ClusterName> clusters = new ArrayList<>();

    @PlanningEntityCollectionProperty
    public List<Line> lines = new ArrayList<>();

    @PlanningScore
    public SimpleScore score;

    Puzzle puzzle;

    /** One that begins with a known order. */
    static TimefoldOrder of(Puzzle puzzle, List<ClusterName> known) {
        TimefoldOrder order = new TimefoldOrder();
        Line line = new Line();
        line.clusters.addAll(known);
        order.clusters.addAll(known);
        order.lines.add(line);
        order.puzzle = puzzle;
        return order;
    }
}
