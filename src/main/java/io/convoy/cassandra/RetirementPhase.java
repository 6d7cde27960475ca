package io.convoy.cassandra;

import io.convoy.plan.CassandraStep.DecommissionNode;
import io.convoy.plan.CassandraStep.SetReplication;
import io.convoy.plan.Draft;
import io.convoy.plan.GeneralStep.RetireNodes;
import io.convoy.plan.PlannedNode;
import io.convoy.plan.Replication;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The old datacenter leaves, in the only order that system_auth allows. */
final class RetirementPhase {

    private static final String PHASE = "retirement";
    private static final String GONE = "It comes after the point of no return.";

    private final Move move;
    private final Pace pace;

    RetirementPhase(Move move, PlanningPolicy policy) {
        this.move = move;
        this.pace = policy.pace();
    }

    List<Draft> steps() {
        Optional<KeyspaceMove> auth =
                move.keyspaces().stream().filter(KeyspaceMove::isSystemAuth).findFirst();
        List<Draft> steps = new ArrayList<>();
        auth.map(this::shrink).ifPresent(steps::add);
        move.keyspaces().stream()
                .filter(keyspace -> !keyspace.isSystemAuth())
                .map(this::withdraw)
                .forEach(steps::add);
        steps.addAll(decommissions());
        auth.map(this::withdrawLast).ifPresent(steps::add);
        steps.add(retire());
        return steps;
    }

    private Draft shrink(KeyspaceMove auth) {
        Replication one = auth.spread().with(move.source(), 1);
        return replication("shrink-", "Leave one replica of system_auth in " + move.source(), auth, one)
                .because("Cassandra refuses to take a datacenter with active nodes out of system_auth, and refuses to"
                        + " decommission nodes below its replication factor; one replica satisfies both.");
    }

    private Draft withdraw(KeyspaceMove keyspace) {
        String title = "Take " + move.source() + " out of " + keyspace.name();
        return replication("withdraw-", title, keyspace, keyspace.moved())
                .because("A node that still is a replica streams its data away before it may leave, to nodes that leave"
                        + " next; without replicas each leaves within seconds.");
    }

    private Draft withdrawLast(KeyspaceMove auth) {
        return replication("withdraw-", "Take " + move.source() + " out of system_auth", auth, auth.moved())
                .because("Now that no node of " + move.source() + " is active, Cassandra allows it. Left in, the role"
                        + " 'cassandra' could not log in, because it reads at QUORUM over both datacenters.");
    }

    private Draft replication(String verb, String title, KeyspaceMove keyspace, Replication replication) {
        return Draft.of(
                        PHASE,
                        verb + keyspace.name(),
                        title,
                        new SetReplication(keyspace.name(), replication),
                        pace.schemaChange())
                .notUndone(GONE);
    }

    private List<Draft> decommissions() {
        List<String> addresses = move.sourceNodes().stream()
                .map(PlannedNode::address)
                .flatMap(Optional::stream)
                .toList();
        List<Draft> steps = new ArrayList<>();
        for (int i = 0; i < addresses.size(); i++) {
            steps.add(decommission(addresses.get(i), i == addresses.size() - 1));
        }
        return steps;
    }

    private Draft decommission(String address, boolean last) {
        String why = last
                ? "The last one leaves by force: it holds the replica of system_auth that had to stay, which lives on in "
                        + move.targetName() + "."
                : "One after the other, so that the ring agrees about each before the next; a node that is down is removed"
                        + " by its host id instead.";
        return Draft.of(
                        PHASE,
                        "decommission-" + address,
                        "Let " + address + " leave the ring",
                        new DecommissionNode(address, move.source(), last),
                        pace.nodeLeave())
                .because(why)
                .notUndone(GONE);
    }

    private Draft retire() {
        List<PlannedNode> nodes = move.sourceNodes();
        return Draft.of(
                        PHASE,
                        "retire-" + move.source(),
                        "Stop and discard the " + nodes.size() + " nodes of " + move.source(),
                        new RetireNodes(move.source(), ProvisionPhase.SOFTWARE, TargetSettings.version(move), nodes),
                        pace.nodeStart())
                .because(
                        "A decommissioned process stays up and must be stopped by somebody. Were it ever started again with"
                                + " its data, it would be a stranger with old rows.")
                .notUndone(GONE);
    }
}
