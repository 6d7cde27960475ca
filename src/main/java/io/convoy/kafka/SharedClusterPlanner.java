package io.convoy.kafka;

import io.convoy.inventory.Cluster;
import io.convoy.plan.ChangePlan;
import io.convoy.plan.Fact;
import io.convoy.plan.Planner;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import org.jboss.logging.Logger;

/** Looks at a Kafka cluster and plans how new brokers take it over. */
@Singleton
final class SharedClusterPlanner implements Planner {

    private static final Logger LOG = Logger.getLogger(SharedClusterPlanner.class);

    private final KafkaLinks links;
    private final KafkaSurvey survey;
    private final Clock clock;

    SharedClusterPlanner(KafkaLinks links, KafkaSurvey survey, Clock clock) {
        this.links = links;
        this.survey = survey;
        this.clock = clock;
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
            return SharedClusterMove.observed(nodes, links.to(cluster), clock.instant());
        } catch (UnreachableKafkaException e) {
            LOG.infof("Cluster %s is planned from the inventory alone: %s", cluster.name(), e.getMessage());
            return SharedClusterMove.unobserved(cluster);
        }
    }
}
