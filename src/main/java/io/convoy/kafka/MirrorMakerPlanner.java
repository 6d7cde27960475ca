package io.convoy.kafka;

import io.convoy.inventory.Cluster;
import io.convoy.plan.ChangePlan;
import io.convoy.plan.Fact;
import io.convoy.plan.Planner;
import jakarta.inject.Singleton;
import java.util.List;

/** Looks at a Kafka cluster and plans how MirrorMaker brings its records to a new one. */
@Singleton
final class MirrorMakerPlanner implements Planner {

    private final KafkaSurvey survey;

    MirrorMakerPlanner(KafkaSurvey survey) {
        this.survey = survey;
    }

    @Override
    public String strategy() {
        return MirrorMakerPlan.STRATEGY;
    }

    @Override
    public ChangePlan plan(String fleet, Cluster cluster) {
        return survey.advised(MirrorMakerPlan.of(fleet, survey.twoClusters(cluster)), cluster);
    }

    @Override
    public List<Fact> facts(Cluster cluster) {
        return KafkaFacts.of(survey.twoClusters(cluster));
    }
}
