package io.convoy.wave;

import io.convoy.base.ClusterName;
import io.convoy.base.Problem;
import io.convoy.base.Refusal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What must be so in a program, whoever hands it in. */
final class ProgramRules {

    private ProgramRules() {}

    /** Throws a refusal that names every problem. */
    static void check(Program program) {
        List<Problem> problems = new ArrayList<>();
        program.limits()
                .clusters()
                .filter(limit -> limit < 1)
                .ifPresent(limit -> problems.add(Problem.at(
                        "/limits/clusters", "A limit of " + limit + " would never let anything move: 1 or more")));
        Set<String> names = new HashSet<>();
        Set<ClusterName> clusters = new HashSet<>();
        for (int i = 0; i < program.waves().size(); i++) {
            Program.Wave wave = program.waves().get(i);
            String pointer = "/waves/" + i;
            if (!ClusterName.isValid(wave.name())) {
                problems.add(
                        Problem.at(pointer + "/name", "'" + wave.name() + "' is not a wave's name: use a DNS label"));
            }
            if (!names.add(wave.name())) {
                problems.add(Problem.at(pointer + "/name", "A second wave named '" + wave.name() + "'"));
            }
            for (ClusterName cluster : wave.clusters()) {
                if (!clusters.add(cluster)) {
                    problems.add(Problem.at(
                            pointer + "/clusters", "Cluster '" + cluster + "' is in two waves: leave it in one"));
                }
            }
        }
        if (!problems.isEmpty()) {
            throw Refusal.invalid("The program has " + problems.size() + " problems; nothing was changed", problems);
        }
    }
}
