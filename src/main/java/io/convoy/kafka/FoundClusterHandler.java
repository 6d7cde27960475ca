package io.convoy.kafka;

import io.convoy.execution.Outcome;
import io.convoy.execution.StepContext;
import io.convoy.execution.StepHandler;
import io.convoy.plan.KafkaStep.JoinBrokers;
import io.convoy.plan.TwoClusterStep.FoundCluster;
import jakarta.inject.Singleton;

/** Waits for a new cluster's brokers, and sees that it is the planned cluster which answers at their addresses. */
@Singleton
class FoundClusterHandler implements StepHandler<FoundCluster> {

    private final KafkaLinks links;

    FoundClusterHandler(KafkaLinks links) {
        this.links = links;
    }

    @Override
    public Class<FoundCluster> stepType() {
        return FoundCluster.class;
    }

    @Override
    public Outcome advance(FoundCluster step, StepContext context) {
        KafkaView view = links.side(context.cluster(), step.datacenter()).look();
        return view.clusterId().equals(step.clusterId())
                ? JoinBrokersHandler.joined(new JoinBrokers(step.datacenter(), step.brokers()), view)
                : Outcome.giveUp("At the addresses of " + step.datacenter() + " the cluster " + view.clusterId()
                        + " answers, and " + step.clusterId()
                        + " was to be founded there: discard the nodes with their storage and provide them anew");
    }
}
