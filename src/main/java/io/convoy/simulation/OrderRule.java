package io.convoy.simulation;

import io.convoy.program.Member;
import io.convoy.program.Roster;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Who comes first: the longer a cluster moves, the more it takes of limits that are in demand, and the narrower its windows, the
 * sooner. A priority rule of list scheduling (Kolisch 1996).
 *
 * @param taking how much it counts what is taken of limits, 0 for not at all
 * @param demand how much more a limit counts that many want
 * @param windowed how many times longer a cluster with windows or freezes is taken to move
 */
record OrderRule(double taking, double demand, double windowed) {

    static List<OrderRule> all() {
        List<OrderRule> rules = new ArrayList<>();
        for (double windowed : new double[] {1, 3, 1000}) {
            rules.add(new OrderRule(0, 0, windowed));
            for (double demand : new double[] {1, 4}) {
                rules.add(new OrderRule(0.5, demand, windowed));
                rules.add(new OrderRule(1, demand, windowed));
            }
        }
        return rules;
    }

    /** Of each member, in the roster's order; the highest comes first. */
    double[] priorities(Roster roster) {
        Map<String, Double> wanted = wanted(roster);
        double most = wanted.values().stream().mapToDouble(work -> work).max().orElse(1);
        return roster.members().stream()
                .mapToDouble(member -> seconds(member)
                        * (member.open().isAlways() ? 1 : windowed)
                        * Math.pow(taken(roster.parts(member), wanted, most), taking))
                .toArray();
    }

    private double taken(Map<String, Double> parts, Map<String, Double> wanted, double most) {
        return parts.entrySet().stream()
                .mapToDouble(part -> part.getValue() * Math.pow(wanted.getOrDefault(part.getKey(), 0.0) / most, demand))
                .sum();
    }

    /** How long each limit would be taken wholly, if nothing else kept anybody. */
    private static Map<String, Double> wanted(Roster roster) {
        Map<String, Double> wanted = new HashMap<>();
        for (Member member : roster.members()) {
            roster.parts(member).forEach((limit, part) -> wanted.merge(limit, part * seconds(member), Double::sum));
        }
        return wanted;
    }

    private static double seconds(Member member) {
        return Math.max(1, member.subject().expected().toSeconds());
    }
}
