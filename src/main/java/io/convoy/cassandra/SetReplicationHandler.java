package io.convoy.cassandra;

import io.convoy.execution.Outcome;
import io.convoy.execution.StepContext;
import io.convoy.execution.StepHandler;
import io.convoy.plan.CassandraStep.SetReplication;
import io.convoy.plan.Replication;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;

/** Alters how a keyspace is replicated and waits until every node knows. An answer that was lost is looked up, not repeated. */
@Singleton
final class SetReplicationHandler implements StepHandler<SetReplication> {

    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

    private final CassandraLinks links;
    private final SchemaAgreement agreement;

    SetReplicationHandler(CassandraLinks links) {
        this.links = links;
        this.agreement = new SchemaAgreement(links);
    }

    @Override
    public Class<SetReplication> stepType() {
        return SetReplication.class;
    }

    @Override
    public Outcome advance(SetReplication step, StepContext context) {
        ClusterLink link = links.to(context.cluster());
        CqlNode node = link.anyCql();
        Optional<Replication> before = Schema.replication(node, step.keyspace());
        if (before.isEmpty()) {
            return Outcome.giveUp("There is no keyspace " + step.keyspace() + " any more: plan again");
        }
        Ring ring = Ring.read(node);
        link.remember(ring.doors());
        if (!before.get().equals(step.replication())) {
            // Altering a schema that has come apart makes it worse.
            Optional<String> apart = agreement.disagreement(link, ring);
            if (apart.isPresent()) {
                return Outcome.waiting(
                        "Keyspace " + step.keyspace() + " is not altered yet: " + apart.get(), LOOK_AGAIN);
            }
            return alter(step, before.get(), node);
        }
        return agreement
                .disagreement(link, ring)
                .map(apart -> Outcome.waiting(
                        "Keyspace " + step.keyspace() + " has " + step.replication() + ", but " + apart, LOOK_AGAIN))
                .orElseGet(() -> Outcome.done("Keyspace " + step.keyspace() + " is replicated as " + step.replication()
                        + ", and all nodes that are up agree on the schema"));
    }

    private static Outcome alter(SetReplication step, Replication before, CqlNode node) {
        String change = "ALTER KEYSPACE " + step.keyspace() + " from " + before + " to " + step.replication();
        try {
            node.change("ALTER KEYSPACE " + Cql.name(step.keyspace()) + " WITH replication = "
                    + Cql.map(step.replication()));
        } catch (NodeRefusedException e) {
            return Outcome.retry(change + " was refused: " + e.objection());
        } catch (UnreachableException e) {
            return Outcome.waiting(change + " got no answer; whether it took effect is looked up", LOOK_AGAIN);
        }
        return Outcome.waiting(change + " was accepted; the nodes come to agree", Duration.ofMillis(300));
    }
}
