package io.convoy.kafka;

import io.convoy.execution.Outcome;
import io.convoy.execution.StepContext;
import io.convoy.execution.StepHandler;
import io.convoy.kafka.KafkaView.LiveBroker;
import io.convoy.plan.KafkaStep.JoinBrokers;
import io.convoy.plan.PlannedBroker;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Waits for brokers to be there, in the racks that were planned. */
@Singleton
class JoinBrokersHandler implements StepHandler<JoinBrokers> {

    private static final Duration SOON = Duration.ofSeconds(2);

    private final KafkaLinks links;

    JoinBrokersHandler(KafkaLinks links) {
        this.links = links;
    }

    @Override
    public Class<JoinBrokers> stepType() {
        return JoinBrokers.class;
    }

    @Override
    public Outcome advance(JoinBrokers step, StepContext context) {
        return joined(step, links.to(context.cluster()).look());
    }

    static Outcome joined(JoinBrokers step, KafkaView view) {
        List<PlannedBroker> missing = step.brokers().stream()
                .filter(broker -> view.broker(broker.id()).isEmpty())
                .toList();
        if (!missing.isEmpty()) {
            return Outcome.waiting(
                    missing.size() + " of " + step.brokers().size() + " brokers are still to come, "
                            + missing.get(0).node() + " (" + missing.get(0).id() + ") among them",
                    SOON);
        }
        return step.brokers().stream()
                .flatMap(broker -> misplaced(broker, view).stream())
                .findFirst()
                .<Outcome>map(Outcome::giveUp)
                .orElseGet(() -> Outcome.done("All " + step.brokers().size() + " brokers of " + step.datacenter()
                        + " are alive in their racks, in the cluster " + view.clusterId()));
    }

    private static Optional<String> misplaced(PlannedBroker planned, KafkaView view) {
        Optional<String> rack = view.broker(planned.id()).flatMap(LiveBroker::rack);
        return rack.equals(planned.rack())
                ? Optional.empty()
                : Optional.of("Broker " + planned.id() + " (" + planned.node() + ") says rack "
                        + rack.orElse("none") + " and is planned for "
                        + planned.rack().orElse("none")
                        + ": correct its broker.rack and restart it");
    }
}
