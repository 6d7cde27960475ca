package io.convoy.cassandra;

import io.convoy.inventory.Cluster;
import io.convoy.plan.CassandraStep.ForgetRebuild;
import io.convoy.plan.ChangePlan;
import io.convoy.plan.Draft;
import io.convoy.plan.Fact;
import io.convoy.plan.Finding;
import io.convoy.plan.PlannedStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How a cluster gets a new datacenter and, where it replaces one, loses the old one.
 *
 * <p>A pure function of the cluster's target, the policy and the ring that was observed: the same input gives the same bytes, in
 * whatever order the nodes and keyspaces were seen. The phases, and what holds between them:
 *
 * <ol>
 *   <li>Preflight, safety: no node joins before every keyspace counts its replicas per datacenter.
 *   <li>Provision: the new nodes are in the ring, empty.
 *   <li>Replication: system_auth first; afterwards every write reaches both datacenters.
 *   <li>Freeze, rebuild, release: the past is copied while no table can go.
 *   <li>Verification, cutover, point of no return: up to here the source has every row, so a rollback loses nothing.
 *   <li>Retirement: system_auth keeps one replica there until the last node has left.
 *   <li>Aftercare.
 * </ol>
 */
final class AddDatacenterPlan {

    static final String STRATEGY = "cassandra-add-datacenter";

    private final PlanningPolicy policy;

    AddDatacenterPlan(PlanningPolicy policy) {
        this.policy = policy;
    }

    /** Plans the move; without an observed ring the plan is a blocked sketch of it. */
    ChangePlan of(String fleet, Cluster cluster, Optional<Topology> observed) {
        Move move = Move.of(cluster, observed);
        return new ChangePlan(
                fleet, cluster.name(), STRATEGY, PlanSummary.of(move), findings(move), facts(move), steps(move));
    }

    List<Fact> facts(Cluster cluster, Optional<Topology> observed) {
        return facts(Move.of(cluster, observed));
    }

    private List<Fact> facts(Move move) {
        return PlanFacts.of(move, policy);
    }

    private List<Finding> findings(Move move) {
        return new PreflightChecks(policy).judge(move);
    }

    private List<PlannedStep> steps(Move move) {
        List<Draft> drafts = new ArrayList<>(new SafetyPhase(move, policy).steps());
        drafts.addAll(new ProvisionPhase(move, policy).steps());
        drafts.addAll(new ReplicationPhase(move, policy).steps());
        drafts.addAll(new RebuildPhase(move, policy).steps());
        if (move.replaces()) {
            drafts.addAll(new CutoverPhase(move, policy).steps());
            drafts.addAll(new RetirementPhase(move, policy).steps());
        }
        drafts.add(aftercare(move));
        return Draft.numbered(drafts);
    }

    private Draft aftercare(Move move) {
        return Draft.of(
                        "aftercare",
                        "forget-rebuild-" + move.targetName(),
                        "Let the new nodes forget the rebuild",
                        new ForgetRebuild(move.targetName()),
                        policy.pace().schemaChange())
                .because(
                        "Cassandra keeps the list of copied ranges for ever; a rebuild in a year's time would abort, or skip"
                                + " them without a word.")
                .notUndone("The list is of no use once the rebuild is done.");
    }
}
