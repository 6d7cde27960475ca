package io.convoy.program;

import io.convoy.base.ClusterName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Which cluster is in which wave. */
final class Membership {

    /** A cluster in a wave, the how many-th of it. */
    record Seat(Subject subject, Wave wave, int placeInWave) {}

    private Membership() {}

    /** In the order in which they are considered: by the waves' order, and within a wave by the wave's own. */
    static List<Seat> of(Program program, List<Subject> fleet) {
        Map<ClusterName, Subject> free = fleet.stream()
                .collect(Collectors.toMap(Subject::name, Function.identity(), (a, b) -> a, LinkedHashMap::new));
        List<List<Subject>> byWave = new ArrayList<>();
        for (Wave wave : program.waves()) {
            List<Subject> named = new ArrayList<>();
            for (ClusterName name : wave.clusters()) {
                Subject known = free.remove(name);
                named.add(known == null ? Subject.unknown(name) : known);
            }
            byWave.add(named);
        }
        List<Seat> seats = new ArrayList<>();
        for (int i = 0; i < byWave.size(); i++) {
            List<Subject> subjects = byWave.get(i);
            program.waves().get(i).select().ifPresent(selector -> select(selector, free, subjects));
        }
        for (int i = 0; i < byWave.size(); i++) {
            Wave wave = program.waves().get(i);
            List<Subject> ordered = ordered(wave, program, byWave.get(i));
            for (int place = 0; place < ordered.size(); place++) {
                seats.add(new Seat(ordered.get(place), wave, place));
            }
        }
        return seats;
    }

    private static void select(Selector selector, Map<ClusterName, Subject> free, List<Subject> wave) {
        List<Subject> selected = free.values().stream()
                .filter(selector::admits)
                .sorted(Comparator.comparing(Subject::name))
                .toList();
        selected.forEach(subject -> free.remove(subject.name()));
        wave.addAll(selected);
    }

    private static List<Subject> ordered(Wave wave, Program program, List<Subject> subjects) {
        return switch (wave.order().orElse(Wave.Order.LISTED)) {
            case LISTED -> subjects;
            case SMALLEST_FIRST ->
                subjects.stream()
                        .sorted(Comparator.comparingLong(Subject::dataBytes).thenComparing(Subject::name))
                        .toList();
            case LONGEST_FIRST -> LongestChain.first(subjects, program.dependencies());
        };
    }
}
