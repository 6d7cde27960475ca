package io.convoy.program;

import io.convoy.base.ClusterName;
import io.convoy.base.Problem;
import io.convoy.base.Refusal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What must be so in a program, whoever hands it in. */
final class ProgramRules {

    private final Program program;
    private final List<Problem> problems = new ArrayList<>();

    private ProgramRules(Program program) {
        this.program = program;
    }

    /** Throws a refusal that names every problem. */
    static void check(Program program) {
        ProgramRules rules = new ProgramRules(program);
        rules.limits();
        rules.waves();
        rules.windows();
        rules.failures("/failures", program.failures());
        if (!rules.problems.isEmpty()) {
            throw Refusal.invalid(
                    "The program has " + rules.problems.size() + " problems; nothing was changed", rules.problems);
        }
    }

    private void limits() {
        Limits limits = program.limits();
        limits.clusters()
                .filter(most -> most < 1)
                .ifPresent(most ->
                        wrong("/limits/clusters", "A limit of " + most + " would never let anything move: 1 or more"));
        limits.onCall()
                .filter(people -> people.people() < 0 || people.clustersEach() < 1)
                .ifPresent(people -> wrong("/limits/onCall", "0 people or more, and 1 cluster each or more"));
        for (int i = 0; i < limits.rules().size(); i++) {
            Limit limit = limits.rules().get(i);
            String pointer = "/limits/rules/" + i;
            if (limit.bounds().findAny().isEmpty()) {
                wrong(pointer, "It bounds nothing: give clusters, nodes, bytesPerSecond or pastReturn");
            }
            limit.bounds()
                    .filter(bound -> bound.most() < 0)
                    .forEach(bound ->
                            wrong(pointer, "A limit of " + bound.most() + " " + bound.measure() + ": 0 or more"));
        }
    }

    private void waves() {
        Set<String> names = new HashSet<>();
        Set<ClusterName> clusters = new HashSet<>();
        for (int i = 0; i < program.waves().size(); i++) {
            Wave wave = program.waves().get(i);
            String pointer = "/waves/" + i;
            if (!ClusterName.isValid(wave.name())) {
                wrong(pointer + "/name", "'" + wave.name() + "' is not a wave's name: use a DNS label");
            }
            if (!names.add(wave.name())) {
                wrong(pointer + "/name", "A second wave named '" + wave.name() + "'");
            }
            wave.clusters().stream()
                    .filter(cluster -> !clusters.add(cluster))
                    .forEach(cluster ->
                            wrong(pointer + "/clusters", "Cluster '" + cluster + "' is in two waves: leave it in one"));
            wave.after().stream()
                    .filter(first -> program.wave(first).isEmpty())
                    .forEach(first -> wrong(pointer + "/after", "There is no wave '" + first + "'"));
            if (wave.pilotCount() < 0) {
                wrong(pointer + "/pilots", "0 pilots or more, not " + wave.pilotCount());
            }
            if (wave.soaking().isNegative() || wave.clusterSoaking().isNegative()) {
                wrong(pointer, "A soak does not last less than nothing");
            }
            failures(pointer + "/failures", wave.failures());
        }
        List<Integer> ring = Precedence.ring(
                program.waves().stream().map(this::placesOfFirst).toList());
        if (!ring.isEmpty()) {
            wrong(
                    "/waves/" + ring.get(0) + "/after",
                    "These waves come after each other: "
                            + ring.stream()
                                    .map(place -> program.waves().get(place).name())
                                    .toList());
        }
    }

    private List<Integer> placesOfFirst(Wave wave) {
        List<String> names = program.waves().stream().map(Wave::name).toList();
        return wave.after().stream()
                .map(names::indexOf)
                .filter(place -> place >= 0)
                .toList();
    }

    private void windows() {
        Set<String> names = new HashSet<>();
        for (int i = 0; i < program.windows().size(); i++) {
            String name = program.windows().get(i).name();
            if (!names.add(name)) {
                wrong("/windows/" + i + "/name", "A second window named '" + name + "'");
            }
        }
    }

    private void failures(String pointer, Optional<Failures> failures) {
        failures.filter(bound -> bound.count().isEmpty() && bound.share().isEmpty())
                .ifPresent(bound -> wrong(pointer, "Give a count, a share, or both"));
        failures.flatMap(Failures::count)
                .filter(count -> count < 0)
                .ifPresent(count -> wrong(pointer + "/count", "0 or more, not " + count));
        failures.flatMap(Failures::share)
                .filter(share -> !(share >= 0 && share <= 1))
                .ifPresent(share -> wrong(pointer + "/share", "From 0 to 1, not " + share));
    }

    private void wrong(String pointer, String message) {
        problems.add(Problem.at(pointer, message));
    }
}
