package io.convoy.cassandra;

import io.convoy.inventory.Cluster;
import io.convoy.plan.Finding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Everything that may stand in the way of a new datacenter, and what to do about it. */
final class PreflightChecks {

    private final PlanningPolicy policy;
    private final List<PreflightCheck> checks;

    PreflightChecks(PlanningPolicy policy) {
        this.policy = policy;
        this.checks = checks(policy);
    }

    /** Judges a running cluster by what its target in the inventory asks for; the gravest findings come first. */
    List<Finding> judge(Topology topology, Cluster cluster) {
        return judge(Move.of(cluster, Optional.of(topology)));
    }

    List<Finding> judge(Move move) {
        List<Finding> findings = new ArrayList<>(move.observed()
                .map(topology -> checks.stream()
                        .flatMap(check -> check.findings(move, topology))
                        .toList())
                .orElseGet(() -> List.of(notObserved(move))));
        findings.addAll(StandingNotes.of(move, policy));
        findings.sort(Comparator.comparing(Finding::severity).reversed());
        return List.copyOf(findings);
    }

    private static List<PreflightCheck> checks(PlanningPolicy policy) {
        List<PreflightCheck> all = new ArrayList<>(RingChecks.ALL);
        all.addAll(SoftwareChecks.ALL);
        all.addAll(KeyspaceChecks.all(policy.pace()));
        all.addAll(LoginChecks.all(policy));
        all.addAll(TargetChecks.ALL);
        return List.copyOf(all);
    }

    private static Finding notObserved(Move move) {
        String cluster = move.cluster().name().value();
        String why = move.cluster().access().isPresent()
                ? "none of its contact points answered, or none let Convoy in"
                : "the inventory does not say how to reach it";
        return PreflightCheck.blocker(
                "cluster " + cluster,
                "It was not observed: " + why
                        + ". This is a sketch from the inventory alone; its keyspaces, its ring and its"
                        + " health are unknown.",
                "Give 'access' with contactPoints and credentials in the inventory, see that Convoy reaches them, and plan"
                        + " again.");
    }
}
