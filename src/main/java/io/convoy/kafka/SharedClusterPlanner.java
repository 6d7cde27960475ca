package io.convoy.kafka;

import io.convoy.inventory.Cluster;
import io.convoy.plan.ChangePlan;
import io.convoy.plan.Fact;
import io.convoy.plan.Planner;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Looks at a Kafka cluster and plans how new brokers take it over. */
@Singleton
final class SharedClusterPlanner implements Planner {

    private static final Logger LOG = Logger.getLogger(SharedClusterPlanner.class);

    private final KafkaLinks links;
    private final KafkaSurvey survey;

    SharedClusterPlanner(KafkaLinks links, KafkaSurvey survey) {
        this.links = links;
        this.survey = survey;
    }

    @Override
    public String strategy() {
        return SharedClusterPlan.STRATEGY;
    }

    @Override
    public ChangePlan plan(String fleet, Cluster cluster) {
        return survey.advised(SharedClusterPlan.of(fleet, move(cluster)), cluster);
    }

    @Override
    public List<Fact> facts(Cluster cluster) {
        return KafkaFacts.of(move(cluster));
    }

    private SharedClusterMove move(Cluster cluster) {
        MovingNodes nodes = MovingNodes.of(cluster);
        try {
            LiveCluster live = links.to(cluster);
            return new SharedClusterMove(nodes, Optional.of(live.look()), live.quorum());
        } catch (UnreachableKafkaException e) {
            LOG.infof("Cluster %s is planned from the inventory alone: %s", cluster.name(), e.getMessage());
            return SharedClusterMove.unobserved(cluster);
        }
    }
}
