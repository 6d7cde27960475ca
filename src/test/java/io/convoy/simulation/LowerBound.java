package io.convoy.simulation;

import io.convoy.program.Bound;
import io.convoy.program.Measure;
import io.convoy.program.Member;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * No schedule is shorter, in seconds: the longest move, and for each limit the work under it (duration × what each takes) divided
 * by the limit. Windows are not reckoned with, so the true bound may be higher. A cluster that alone is too much for a limit never
 * moves, and does not count.
 */
final class LowerBound {

    private LowerBound() {}

    static long of(Scenario scenario) {
        double longest = 0;
        Map<String, Double> energies = new HashMap<>();
        List<Bound> bounds = scenario.roster().program().limits().bounds();
        for (Member member : scenario.roster().members()) {
            if (bounds.stream().anyMatch(bound -> taken(bound, member) > bound.most())) {
                continue;
            }
            double seconds = scenario.courses().get(member.place()).expected().toSeconds();
            longest = Math.max(longest, seconds);
            for (Bound bound : bounds) {
                for (String value : member.subject().traits().in(bound.by())) {
                    double part = taken(bound, member) * seconds / bound.most();
                    energies.merge(bound + value, part, Double::sum);
                }
            }
        }
        double most = energies.values().stream()
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(0);
        return Math.round(Math.max(longest, most));
    }

    private static double taken(Bound bound, Member member) {
        return bound.measure() == Measure.NODES ? member.subject().nodes() : 1;
    }
}
