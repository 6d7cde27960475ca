package io.convoy.kafka;

import io.convoy.inventory.Cluster;
import io.convoy.inventory.Target;
import io.convoy.plan.ChangePlan;
import io.convoy.plan.Fact;
import io.convoy.plan.Planner;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Stream;

/** Plans a Kafka cluster for which the inventory names no strategy, by the one that suits it. */
@Singleton
final class ProposingPlanner implements Planner {

    private final KafkaSurvey survey;
    private final List<Planner> planners;

    ProposingPlanner(
            KafkaSurvey survey, SharedClusterPlanner shared, DrainOutPlanner drainOut, MirrorMakerPlanner mirror) {
        this.survey = survey;
        this.planners = List.of(shared, drainOut, mirror);
    }

    @Override
    public String strategy() {
        return Target.PROPOSED_KAFKA;
    }

    @Override
    public ChangePlan plan(String fleet, Cluster cluster) {
        StrategyChoice choice = survey.choice(cluster);
        return new StrategyAdvice(choice).proposed(chosen(choice).plan(fleet, cluster));
    }

    @Override
    public List<Fact> facts(Cluster cluster) {
        StrategyChoice choice = survey.choice(cluster);
        return Stream.concat(chosen(choice).facts(cluster).stream(), Stream.of(new StrategyAdvice(choice).fact()))
                .toList();
    }

    private Planner chosen(StrategyChoice choice) {
        return planners.stream()
                .filter(planner -> planner.strategy().equals(choice.proposed()))
                .findFirst()
                .orElseThrow();
    }
}
