package io.convoy.cassandra;

import io.convoy.execution.ChangeProbe;
import io.convoy.execution.Difference;
import io.convoy.execution.Position;
import io.convoy.inventory.Cluster;
import io.convoy.plan.ChangePlan;
import io.convoy.plan.Replication;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Compares the ring and the keyspaces of a cluster in a run with what its plan makes of them: two queries to one node. */
@Singleton
final class CassandraChangeProbe implements ChangeProbe {

    private final CassandraLinks links;

    CassandraChangeProbe(CassandraLinks links) {
        this.links = links;
    }

    @Override
    public boolean watches(ChangePlan plan) {
        return plan.strategy().equals(AddDatacenterPlan.STRATEGY) && PlanFacts.haveSeenTheCluster(plan.facts());
    }

    @Override
    public List<Difference> differences(Cluster cluster, Position at) {
        CqlNode node = links.to(cluster).anyCql();
        Ring ring = Ring.read(node);
        Map<String, Replication> keyspaces = Schema.replications(node);
        return Stream.concat(
                        new ExpectedRing(at).differences(ring.peers()).stream(),
                        new ExpectedKeyspaces(at).differences(keyspaces).stream())
                .toList();
    }
}
