package io.convoy.simulation;

import io.convoy.base.ClusterName;
import io.convoy.program.Dimension;
import io.convoy.program.Failures;
import io.convoy.program.Limit;
import io.convoy.program.Limits;
import io.convoy.program.Program;
import io.convoy.program.Subject;
import io.convoy.program.Wave;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A program for a fleet of which nobody has written one yet, for a person to edit: a few small pilots, then waves of equal risk,
 * the small and unimportant ones first; clusters of one ZooKeeper stay together and move one after the other.
 */
public final class Proposal {

    private static final int PILOTS = 4;
    private static final int CLUSTERS_OF_A_WAVE = 40;
    private static final Set<String> IMPORTANT = Set.of("gold", "platinum", "critical");

    private Proposal() {}

    /** Clusters that move together, and what is at stake. */
    private record Group(List<Subject> clusters) {
        boolean isImportant() {
            return clusters.stream().anyMatch(cluster -> cluster.traits().in(Dimension.TIER).stream()
                    .anyMatch(IMPORTANT::contains));
        }

        boolean isProduction() {
            return clusters.stream()
                    .anyMatch(cluster ->
                            cluster.traits().in(Dimension.ENVIRONMENT).contains("production"));
        }

        long risk() {
            return clusters.stream().mapToLong(Subject::nodes).sum();
        }
    }

    public static Program of(List<Subject> fleet) {
        List<Group> groups = new ArrayList<>(groups(fleet));
        groups.sort(Comparator.comparing(Group::isProduction)
                .thenComparing(Group::isImportant)
                .thenComparingLong(Group::risk));
        List<List<Subject>> waves = new ArrayList<>();
        waves.add(pilots(groups));
        waves.addAll(equalRisk(groups, Math.max(1, (fleet.size() + CLUSTERS_OF_A_WAVE - 1) / CLUSTERS_OF_A_WAVE)));
        return Program.of(limits(fleet.size()), named(waves));
    }

    private static List<Group> groups(List<Subject> fleet) {
        Map<String, List<Subject>> byZooKeeper = new LinkedHashMap<>();
        for (Subject subject : fleet) {
            String key = subject.traits().in(Dimension.ZOOKEEPER).stream()
                    .findFirst()
                    .orElse("alone " + subject.name());
            byZooKeeper.computeIfAbsent(key, first -> new ArrayList<>()).add(subject);
        }
        return byZooKeeper.values().stream().map(Group::new).toList();
    }

    /** The first of each kind, which are taken away from the rest. */
    private static List<Subject> pilots(List<Group> groups) {
        List<Subject> pilots = new ArrayList<>();
        for (String kind : List.of("kafka", "cassandra")) {
            List<Group> ofKind = groups.stream()
                    .filter(group -> group.clusters().size() == 1)
                    .filter(group ->
                            group.clusters().get(0).traits().in(Dimension.KIND).contains(kind))
                    .limit(PILOTS / 2)
                    .toList();
            groups.removeAll(ofKind);
            ofKind.forEach(group -> pilots.addAll(group.clusters()));
        }
        return pilots;
    }

    private static List<List<Subject>> equalRisk(List<Group> groups, int waves) {
        long all = groups.stream().mapToLong(Group::risk).sum();
        List<List<Subject>> parts = new ArrayList<>();
        for (int part = 0; part < waves; part++) {
            parts.add(new ArrayList<>());
        }
        long before = 0;
        for (Group group : groups) {
            parts.get((int) Math.min(waves - 1, before * waves / Math.max(1, all)))
                    .addAll(group.clusters());
            before += group.risk();
        }
        return parts;
    }

    private static Limits limits(int clusters) {
        int atOnce = Math.max(1, Math.min(10, clusters / 20));
        return new Limits(
                Optional.of(atOnce),
                Optional.empty(),
                List.of(
                        most(Dimension.REGION, Math.max(1, atOnce / 2)),
                        most(Dimension.ZOOKEEPER, 1),
                        most(Dimension.TEAM, 2)));
    }

    private static Limit most(Dimension dimension, int clusters) {
        return new Limit(
                dimension,
                Optional.empty(),
                Optional.of((long) clusters),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static List<Wave> named(List<List<Subject>> parts) {
        List<List<Subject>> waves =
                parts.stream().filter(part -> !part.isEmpty()).toList();
        return Stream.iterate(0, place -> place + 1)
                .limit(waves.size())
                .map(place -> wave(place, waves))
                .toList();
    }

    private static Wave wave(int place, List<List<Subject>> waves) {
        boolean first = place == 0;
        List<ClusterName> clusters =
                waves.get(place).stream().map(Subject::name).toList();
        return new Wave(
                first ? "pilots" : "wave-" + place,
                clusters,
                Optional.empty(),
                Optional.empty(),
                first ? List.of() : List.of(place == 1 ? "pilots" : "wave-" + (place - 1)),
                Optional.empty(),
                Optional.of(first ? 0 : 1),
                Optional.of(Duration.ofDays(first ? 7 : 2)),
                Optional.of(Duration.ofDays(1)),
                Optional.of(new Failures(Optional.of(first ? 0 : 2), Optional.empty())));
    }
}
