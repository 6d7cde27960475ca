package io.convoy.history;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the entries so far have made of the program: its document, what people have said, and what is under way. */
final class Past {

    private final Map<String, Act> waves = new HashMap<>();
    private final Map<String, HoldThen> holds = new LinkedHashMap<>();
    private final Map<String, ClusterThen> clusters = new HashMap<>();
    private final Map<String, Set<ClusterThen>> admittedIn = new HashMap<>();
    private final Leases leases = new Leases();
    private final Course course = new Course(this);
    private ProgramThen program = ProgramReader.silence();
    private long lastImport;

    void add(Act act) {
        switch (act.word()) {
            case "program.changed" -> program = ProgramReader.read(act.sequence(), act.text("document"));
            case "inventory.imported" -> imported(act);
            case "wave.started", "wave.paused", "wave.aborted" -> waves.put(act.subject(), act);
            case "hold.set" -> holds.merge(act.subject(), HoldThen.of(act), HoldThen::followedBy);
            case "hold.removed" -> holds.remove(act.subject());
            case "plan.approved" -> approved(act);
            case "plan.approval-withdrawn" -> cluster(act.cluster()).withdrawn(act);
            case "cluster.skipped" -> cluster(act.cluster()).skipped(act);
            case "cluster.retried" -> takenUpAgain(act);
            default -> {
                course.add(act);
                leases.add(act);
            }
        }
    }

    ProgramThen program() {
        return program;
    }

    /** The last thing that was said of a wave. */
    Optional<Act> lastWordOn(String wave) {
        return Optional.ofNullable(waves.get(wave));
    }

    Collection<HoldThen> holds() {
        return holds.values();
    }

    Leases leases() {
        return leases;
    }

    Occupancy occupancy() {
        return course.occupancy();
    }

    /** The entry that last changed the program or the inventory. */
    long lastChange() {
        return Math.max(lastImport, program.since());
    }

    ClusterThen cluster(String name) {
        return clusters.computeIfAbsent(name, ClusterThen::new);
    }

    Optional<ClusterThen> known(String name) {
        return Optional.ofNullable(clusters.get(name));
    }

    Collection<ClusterThen> clusters() {
        return clusters.values();
    }

    /** The run that an act names, unless it has ended or was never begun. */
    Optional<RunThen> run(Act act) {
        return known(act.cluster()).flatMap(ClusterThen::run).filter(run -> run.id()
                .equals(act.run()));
    }

    /** Those that a wave names, and those that were last admitted in it. */
    Collection<ClusterThen> about(WaveThen wave) {
        List<ClusterThen> all = new ArrayList<>();
        wave.clusters().forEach(name -> all.add(known(name).orElseGet(() -> new ClusterThen(name))));
        admittedIn.getOrDefault(wave.name(), Set.of()).stream()
                .filter(cluster -> !wave.clusters().contains(cluster.name()))
                .forEach(all::add);
        return all;
    }

    /** Whether a cluster is one of a wave; one of which nothing is known by now is one that the wave names. */
    boolean isIn(WaveThen wave, ClusterThen cluster) {
        return wave.clusters().contains(cluster.name())
                || cluster.subject()
                        .filter(subject -> program.isIn(wave, subject))
                        .isPresent();
    }

    void joins(ClusterThen cluster, String wave) {
        cluster.joinedWave(wave)
                .ifPresent(before ->
                        admittedIn.getOrDefault(before, new HashSet<>()).remove(cluster));
        admittedIn.computeIfAbsent(wave, key -> new LinkedHashSet<>()).add(cluster);
    }

    private void imported(Act act) {
        lastImport = act.sequence();
        for (String change : List.of("changed", "removed")) {
            act.details().path(change).forEach(name -> known(name.asText()).ifPresent(ClusterThen::isChanged));
        }
    }

    private void approved(Act act) {
        cluster(act.cluster()).approved(act);
        course.occupancy().noLongerSoaks(act.cluster());
    }

    private void takenUpAgain(Act act) {
        cluster(act.cluster()).takenUpAgain();
        course.occupancy().noLongerSoaks(act.cluster());
    }
}
