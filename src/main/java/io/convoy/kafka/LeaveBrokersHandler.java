package io.convoy.kafka;

import io.convoy.execution.Outcome;
import io.convoy.execution.StepContext;
import io.convoy.execution.StepHandler;
import io.convoy.plan.KafkaStep.LeaveBrokers;
import io.convoy.plan.PlannedBroker;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Has the cluster forget brokers that have stopped, and never one that has a replica. */
@Singleton
class LeaveBrokersHandler implements StepHandler<LeaveBrokers> {

    private static final Duration SOON = Duration.ofSeconds(2);

    private final KafkaLinks links;

    LeaveBrokersHandler(KafkaLinks links) {
        this.links = links;
    }

    @Override
    public Class<LeaveBrokers> stepType() {
        return LeaveBrokers.class;
    }

    @Override
    public Outcome advance(LeaveBrokers step, StepContext context) {
        LiveCluster live = links.to(context.cluster());
        KafkaView view = live.look();
        for (PlannedBroker broker : step.brokers()) {
            long replicas = view.replicasOn(new BrokerId(broker.id()));
            if (replicas > 0) {
                return Outcome.giveUp("Broker " + broker.id() + " (" + broker.node() + ") still has " + replicas
                        + " replicas: move them away first");
            }
            if (view.broker(broker.id()).isPresent()) {
                return Outcome.waiting("Broker " + broker.id() + " (" + broker.node() + ") is still alive", SOON);
            }
        }
        step.brokers().forEach(broker -> live.unregister(new BrokerId(broker.id())));
        return Outcome.done(
                "The cluster has forgotten the " + step.brokers().size() + " brokers of " + step.datacenter());
    }
}
