package io.convoy.cassandra;

import io.convoy.plan.CassandraStep.DropSuperuser;
import io.convoy.plan.CassandraStep.EnsureSuperuser;
import io.convoy.plan.CassandraStep.Preflight;
import io.convoy.plan.CassandraStep.RepairKeyspace;
import io.convoy.plan.CassandraStep.SetReplication;
import io.convoy.plan.Draft;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What must hold before the first new node starts. */
final class SafetyPhase {

    static final Duration LOOK = Duration.ofSeconds(10);

    private static final String PREFLIGHT = "preflight";
    private static final String SAFETY = "safety";

    private final Move move;
    private final PlanningPolicy policy;

    SafetyPhase(Move move, PlanningPolicy policy) {
        this.move = move;
        this.policy = policy;
    }

    List<Draft> steps() {
        List<Draft> steps = new ArrayList<>();
        steps.add(preflight());
        steps.add(superuser());
        for (KeyspaceMove keyspace : move.keyspaces()) {
            if (keyspace.isSystemAuth() || !keyspace.isSettled()) {
                steps.add(settle(keyspace));
            }
            if (!keyspace.placementKept()) {
                steps.add(repair(keyspace));
            }
        }
        return steps;
    }

    private Draft preflight() {
        return Draft.of(
                        PREFLIGHT,
                        "preflight",
                        "Look once more whether anything stands in the way",
                        new Preflight(move.source(), move.targetName()),
                        LOOK)
                .because(
                        "Between the review and this moment a node may have gone down, a repair may have begun or the schema"
                                + " may have come apart; each of these breaks a later step at a worse time.")
                .notUndone("It only looks.");
    }

    private Draft superuser() {
        String role = policy.superuser();
        Draft draft = Draft.of(
                        SAFETY,
                        "superuser-" + role,
                        "Have the superuser " + role,
                        new EnsureSuperuser(role, policy.password()),
                        policy.pace().schemaChange())
                .because(
                        "The role 'cassandra' logs in by reading at QUORUM over all datacenters, so it is locked out as soon as"
                                + " one of them is gone; any other superuser logs in at LOCAL_ONE or LOCAL_QUORUM.");
        return roleIsThere(role)
                ? draft.notUndone("The role was there before this plan.")
                : draft.undoneBy(new DropSuperuser(role), "The role is dropped again.");
    }

    private boolean roleIsThere(String role) {
        return move.observed().filter(seen -> seen.superusers().contains(role)).isPresent();
    }

    private Draft settle(KeyspaceMove keyspace) {
        Draft draft = Draft.of(
                        SAFETY,
                        "settle-" + keyspace.name(),
                        "Count the replicas of " + keyspace.name() + " per datacenter",
                        new SetReplication(keyspace.name(), keyspace.settled()),
                        policy.pace().schemaChange())
                .because(whySettled(keyspace));
        if (keyspace.placementKept()) {
            return draft.undoneBy(
                    new SetReplication(keyspace.name(), keyspace.found()),
                    "Back to " + keyspace.found() + ", once the new nodes have left; every row lies where it lay.");
        }
        if (keyspace.isSystemAuth()) {
            return draft.undoneBy(
                    new SetReplication(keyspace.name(), keyspace.settled()),
                    "Takes the new datacenter out, once its nodes have left; " + stays(keyspace));
        }
        return draft.notUndone("It" + stays(keyspace).substring(2));
    }

    private static String whySettled(KeyspaceMove keyspace) {
        if (keyspace.isSystemAuth()) {
            return "A node that joins while system_auth is on SimpleStrategy becomes a replica of roles that it does not hold,"
                    + " and logins fail. And the datacenters that are named here are what a rollback must come back to after"
                    + " the new nodes have left: Cassandra refuses to take a datacenter with active nodes out of system_auth.";
        }
        return "SimpleStrategy does not know datacenters: the first node that joins anywhere would become a replica of rows"
                + " that it does not hold, and reads would miss them.";
    }

    private static String stays(KeyspaceMove keyspace) {
        return "it stays on " + keyspace.settled() + ", because going back to " + keyspace.found()
                + " would move replicas to nodes that lack rows.";
    }

    private Draft repair(KeyspaceMove keyspace) {
        Duration expected = keyspace.isSystem()
                ? policy.pace().smallRepair()
                : policy.pace().comparison(move).multipliedBy(2);
        return Draft.of(
                        SAFETY,
                        "settle-repair-" + keyspace.name(),
                        "Repair " + keyspace.name() + " where its replicas now lie",
                        new RepairKeyspace(keyspace.name(), move.presentDatacenters()),
                        expected)
                .because(
                        "The racks of this cluster make NetworkTopologyStrategy choose other nodes than SimpleStrategy did;"
                                + " until they are repaired, reads may miss rows.")
                .notUndone("A repair only adds what a replica lacked.");
    }
}
