package io.convoy.kafka;

import io.convoy.inventory.Cluster;
import io.convoy.plan.ChangePlan;
import io.convoy.plan.Fact;
import io.convoy.plan.Planner;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.function.BiFunction;
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
        SharedClusterMove move = look(cluster, (nodes, live) -> SharedClusterMove.observed(nodes, live)
                .surveyed(live, clock.instant()));
        return survey.advised(SharedClusterPlan.of(fleet, move), cluster);
    }

    @Override
    public List<Fact> facts(Cluster cluster) {
        return KafkaFacts.of(look(cluster, SharedClusterMove::observed));
    }

    private SharedClusterMove look(Cluster cluster, BiFunction<MovingNodes, LiveCluster, SharedClusterMove> eyes) {
        MovingNodes nodes = MovingNodes.of(cluster);
        try {
            return eyes.apply(nodes, links.to(cluster));
        } catch (UnreachableKafkaException e) {
            LOG.infof("Cluster %s is planned from the inventory alone: %s", cluster.name(), e.getMessage());
            return SharedClusterMove.unobserved(cluster, e.forAPerson());
        }
    }
}
