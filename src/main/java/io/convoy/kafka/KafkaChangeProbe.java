package io.convoy.kafka;

import io.convoy.execution.ChangeProbe;
import io.convoy.execution.Difference;
import io.convoy.execution.Position;
import io.convoy.inventory.Cluster;
import io.convoy.plan.ChangePlan;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Stream;

/** Compares brokers, votes and replicas of a shared cluster in a run with what its plan makes of them. */
@Singleton
final class KafkaChangeProbe implements ChangeProbe {

    private final KafkaLinks links;

    KafkaChangeProbe(KafkaLinks links) {
        this.links = links;
    }

    @Override
    public boolean watches(ChangePlan plan) {
        return plan.strategy().equals(SharedClusterPlan.STRATEGY) && KafkaFacts.haveSeenTheCluster(plan.facts());
    }

    @Override
    public List<Difference> differences(Cluster cluster, Position at) {
        LiveCluster live = links.to(cluster);
        KafkaView view = live.look();
        ExpectedBrokers brokers = new ExpectedBrokers(at);
        return Stream.of(
                        brokers.differences(view),
                        live.quorum().map(brokers::differences).orElse(List.of()),
                        new ExpectedReplicas(at).differences(view.partitions()))
                .flatMap(List::stream)
                .toList();
    }
}
