package io.convoy.cassandra;

import io.convoy.plan.CassandraStep.RepairKeyspace;
import io.convoy.plan.CassandraStep.SetReplication;
import io.convoy.plan.Draft;
import java.util.ArrayList;
import java.util.List;

/** Keyspace by keyspace, writes begin to reach the new datacenter. */
final class ReplicationPhase {

    private static final String PHASE = "replication";

    private final Move move;
    private final Pace pace;

    ReplicationPhase(Move move, PlanningPolicy policy) {
        this.move = move;
        this.pace = policy.pace();
    }

    List<Draft> steps() {
        List<Draft> steps = new ArrayList<>();
        for (KeyspaceMove keyspace : move.keyspaces()) {
            steps.add(replicate(keyspace));
            if (keyspace.isSystemAuth()) {
                steps.add(repair(keyspace));
            }
        }
        return steps;
    }

    private Draft replicate(KeyspaceMove keyspace) {
        String name = keyspace.name();
        String target = move.targetName();
        Draft draft = Draft.of(
                PHASE,
                "replicate-" + name,
                "Replicate " + name + " to " + target + " as well",
                new SetReplication(name, keyspace.spread()),
                pace.schemaChange());
        if (keyspace.isSystemAuth()) {
            return draft.because("First of all, so that the new nodes can let in those who are to work on them.")
                    .undoneBy(
                            new SetReplication(name, keyspace.settled().with(target, 1)),
                            "One replica must stay in " + target
                                    + " while its nodes are active (Cassandra refuses anything"
                                    + " else); the last of it goes when the nodes have left.");
        }
        return draft.because(whyReplicated(keyspace))
                .undoneBy(
                        new SetReplication(name, keyspace.settled()),
                        "Back to " + keyspace.settled() + "; what the new nodes hold is discarded with them.");
    }

    private String whyReplicated(KeyspaceMove keyspace) {
        String target = move.targetName();
        if (keyspace.isSystem()) {
            return "Cassandra's own services write here; without replicas in " + target
                    + " repairs and traces fail once the old datacenter is gone.";
        }
        return "From here on every write reaches " + target
                + ", so that the rebuild has only the past to copy. A rebuild"
                + " before this change would stream nothing and still call itself a success.";
    }

    private Draft repair(KeyspaceMove keyspace) {
        return Draft.of(
                        PHASE,
                        "repair-" + keyspace.name(),
                        "Repair " + keyspace.name() + " over both datacenters",
                        new RepairKeyspace(keyspace.name(), List.of(move.source(), move.targetName())),
                        pace.smallRepair())
                .because("Until then the new nodes know no role and refuse everybody who logs in there.")
                .notUndone("A repair only adds what a replica lacked.");
    }
}
