package io.convoy.program;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Who waits for whom. */
final class Precedence {

    private Precedence() {}

    /** For each seat the places of those that it waits for. */
    static List<List<Integer>> of(Program program, List<Membership.Seat> seats) {
        List<Set<Integer>> after = new ArrayList<>();
        seats.forEach(seat -> after.add(new LinkedHashSet<>()));
        for (Dependency dependency : program.dependencies()) {
            List<Integer> first = places(seats, dependency.after());
            for (int waiting : places(seats, dependency.clusters())) {
                for (int before : first) {
                    if (dependency.binds(
                            seats.get(waiting).subject(), seats.get(before).subject())) {
                        after.get(waiting).add(before);
                    }
                }
            }
        }
        return after.stream().map(List::copyOf).toList();
    }

    private static List<Integer> places(List<Membership.Seat> seats, Selector selector) {
        List<Integer> places = new ArrayList<>();
        for (int place = 0; place < seats.size(); place++) {
            if (selector.admits(seats.get(place).subject())) {
                places.add(place);
            }
        }
        return places;
    }

    /** The members, and behind them the waves: a wave ends after its members, and they begin after the waves before it. */
    static List<List<Integer>> withWaves(Program program, List<Member> members) {
        List<String> waves = program.waves().stream().map(Wave::name).toList();
        List<List<Integer>> after = new ArrayList<>();
        for (Member member : members) {
            List<Integer> all = new ArrayList<>(member.after());
            member.wave().after().forEach(wave -> all.add(members.size() + waves.indexOf(wave)));
            after.add(all);
        }
        for (String wave : waves) {
            after.add(members.stream()
                    .filter(member -> member.wave().name().equals(wave))
                    .map(Member::place)
                    .toList());
        }
        return after;
    }

    /** The first ring that is found; empty where there is none. */
    static List<Integer> ring(List<List<Integer>> after) {
        Set<Integer> clear = new LinkedHashSet<>();
        for (int place = 0; place < after.size(); place++) {
            List<Integer> ring = ring(place, after, new ArrayList<>(), clear);
            if (!ring.isEmpty()) {
                return ring;
            }
        }
        return List.of();
    }

    private static List<Integer> ring(int place, List<List<Integer>> after, List<Integer> path, Set<Integer> clear) {
        if (clear.contains(place)) {
            return List.of();
        }
        int met = path.indexOf(place);
        if (met >= 0) {
            return List.copyOf(path.subList(met, path.size()));
        }
        path.add(place);
        for (int before : after.get(place)) {
            List<Integer> ring = ring(before, after, path, clear);
            if (!ring.isEmpty()) {
                return ring;
            }
        }
        path.remove(path.size() - 1);
        clear.add(place);
        return List.of();
    }
}
