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
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Waits for brokers to be there, in the racks that were planned, with the listeners that the others have. */
@Singleton
class JoinBrokersHandler implements StepHandler<JoinBrokers> {

    private static final Duration SOON = Duration.ofSeconds(2);
    private static final Duration LATER = Duration.ofSeconds(10);

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
        LiveCluster live = links.to(context.cluster());
        KafkaView view = live.look();
        Outcome joined = joined(step, view);
        return joined instanceof Outcome.Done
                ? lacking(step, live.listeners(view))
                        .<Outcome>map(reason -> new Outcome.Blocked(reason, LATER))
                        .orElse(joined)
                : joined;
    }

    /**
     * What a new broker does not offer and an old one does: a client of that listener would lose every partition that such a
     * broker leads.
     */
    static Optional<String> lacking(JoinBrokers step, Map<BrokerId, Set<String>> listeners) {
        Set<BrokerId> fresh =
                step.brokers().stream().map(broker -> new BrokerId(broker.id())).collect(Collectors.toSet());
        Set<String> wanted = new TreeSet<>();
        listeners.forEach((broker, names) -> wanted.addAll(fresh.contains(broker) ? Set.of() : names));
        return step.brokers().stream()
                .flatMap(broker ->
                        lacking(broker, listeners.getOrDefault(new BrokerId(broker.id()), Set.of()), wanted).stream())
                .findFirst();
    }

    private static Optional<String> lacking(PlannedBroker broker, Set<String> offered, Set<String> wanted) {
        Set<String> lacking = new TreeSet<>(wanted);
        lacking.removeAll(offered);
        return lacking.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "Broker " + broker.id() + " (" + broker.node()
                                + ") lacks listeners that the old brokers have: " + String.join(", ", lacking)
                                + ". Whoever uses them would not reach its partitions: add them to its listeners and restart it");
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
