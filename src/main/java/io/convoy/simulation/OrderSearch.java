package io.convoy.simulation;

import io.convoy.base.ClusterName;
import io.convoy.program.Member;
import io.convoy.program.Program;
import io.convoy.program.Roster;
import io.convoy.program.Subject;
import io.convoy.program.Wave;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/**
 * Seeks the order of clusters within their waves in which a program ends soonest, every step taking what is expected: simulates
 * it in the orders of {@link OrderRule}, then brings clusters forward, in the best of them, that are among the last to end.
 * What it finds never ends later than the program as it was; pilots stay pilots. The same program gives the same words.
 */
public final class OrderSearch {

    private static final int TRIES = 24;
    private static final int AMONG_THE_LAST = 12;

    private final Program program;
    private final List<Subject> fleet;
    private final Instant from;
    private final Set<ClusterName> pilots;
    private Simulated best;

    private OrderSearch(Program program, List<Subject> fleet, Instant from) {
        this.program = program;
        this.fleet = fleet;
        this.from = from;
        best = simulated(program);
        pilots = best.roster().members().stream()
                .filter(Member::isPilot)
                .map(Member::cluster)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The program with each wave's clusters named one by one, or as it was where no order is better. */
    public static Program soonest(Program program, List<Subject> fleet, Instant from) {
        OrderSearch search = new OrderSearch(program, fleet, from);
        search.go();
        return search.best.roster().program();
    }

    private void go() {
        Roster roster = best.roster();
        for (OrderRule rule : OrderRule.all()) {
            double[] priorities = rule.priorities(roster);
            List<Member> order = new ArrayList<>(roster.members());
            order.sort(Comparator.comparingDouble(member -> -priorities[member.place()]));
            consider(order);
        }
        SplittableRandom random = new SplittableRandom(1);
        for (int number = 0; number < TRIES; number++) {
            bringForward(random);
        }
    }

    private void bringForward(SplittableRandom random) {
        List<Member> order = new ArrayList<>(best.roster().members());
        List<Member> last = order.stream()
                .sorted(Comparator.comparing((Member member) -> best.ends().get(member.place()))
                        .reversed())
                .limit(AMONG_THE_LAST)
                .toList();
        if (last.isEmpty()) {
            return;
        }
        Member chosen = last.get(random.nextInt(last.size()));
        order.remove(chosen);
        order.add(random.nextInt(chosen.place() + 1), chosen);
        consider(order);
    }

    private void consider(List<Member> order) {
        List<Wave> waves = program.waves().stream()
                .map(wave -> wave.listing(order.stream()
                        .filter(member -> member.wave().name().equals(wave.name()))
                        .map(Member::cluster)
                        .sorted(Comparator.comparing(cluster -> !pilots.contains(cluster)))
                        .toList()))
                .toList();
        Simulated other = simulated(program.withWaves(waves));
        if (!other.end().isAfter(best.end())) {
            best = other;
        }
    }

    private Simulated simulated(Program tried) {
        return Simulator.run(Scenario.whole(Roster.of(tried, fleet), from, Odds.NONE), 1);
    }
}
