package io.convoy.cassandra;

import io.convoy.inventory.Cluster;
import io.convoy.plan.ChangePlan;
import io.convoy.plan.Fact;
import io.convoy.plan.Planner;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Looks at a Cassandra cluster and plans how a new datacenter comes in. */
@Singleton
final class AddDatacenterPlanner implements Planner {

    private static final Logger LOG = Logger.getLogger(AddDatacenterPlanner.class);

    private final TopologySource source;
    private final AddDatacenterPlan plan;

    AddDatacenterPlanner(TopologySource source, PlanningSettings settings) {
        this.source = source;
        this.plan = new AddDatacenterPlan(settings.policy());
    }

    @Override
    public String strategy() {
        return AddDatacenterPlan.STRATEGY;
    }

    @Override
    public ChangePlan plan(String fleet, Cluster cluster) {
        return plan.of(fleet, cluster, observed(cluster));
    }

    @Override
    public List<Fact> facts(Cluster cluster) {
        return plan.facts(cluster, observed(cluster));
    }

    private Optional<Topology> observed(Cluster cluster) {
        if (cluster.access().isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(source.observe(cluster));
        } catch (UnreachableClusterException | Credentials.UnreadableSecret e) {
            LOG.infof("Cluster %s is planned from the inventory alone: %s", cluster.name(), e.getMessage());
            return Optional.empty();
        }
    }
}
