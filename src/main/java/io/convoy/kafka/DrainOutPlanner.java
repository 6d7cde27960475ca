package io.convoy.kafka;

import io.convoy.inventory.Cluster;
import io.convoy.plan.ChangePlan;
import io.convoy.plan.Fact;
import io.convoy.plan.Planner;
import jakarta.inject.Singleton;
import java.util.List;

/** Looks at a Kafka cluster and plans how its clients leave it for a new one. */
@Singleton
final class DrainOutPlanner implements Planner {

    private final KafkaSurvey survey;

    DrainOutPlanner(KafkaSurvey survey) {
        this.survey = survey;
    }

    @Override
    public String strategy() {
        return DrainOutPlan.STRATEGY;
    }

    @Override
    public ChangePlan plan(String fleet, Cluster cluster) {
        return survey.advised(DrainOutPlan.of(fleet, survey.twoClusters(cluster)), cluster);
    }

    @Override
    public List<Fact> facts(Cluster cluster) {
        return KafkaFacts.of(survey.twoClusters(cluster));
    }
}
