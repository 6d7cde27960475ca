package io.convoy.kafka;

import io.convoy.execution.Outcome;
import io.convoy.execution.StepContext;
import io.convoy.execution.StepHandler;
import io.convoy.kafka.Quorum.Learner;
import io.convoy.plan.KafkaStep.MoveControllers;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.RaftVoterEndpoint;

/** Changes the quorum by one voter at a time: new ones come first, old ones go then, the active controller last. */
@Singleton
class MoveControllersHandler implements StepHandler<MoveControllers> {

    private static final Duration SOON = Duration.ofSeconds(1);

    private final KafkaLinks links;

    MoveControllersHandler(KafkaLinks links) {
        this.links = links;
    }

    @Override
    public Class<MoveControllers> stepType() {
        return MoveControllers.class;
    }

    @Override
    public Outcome advance(MoveControllers step, StepContext context) {
        LiveCluster live = links.to(context.cluster());
        return live.quorum()
                .map(quorum -> advance(step, live, quorum))
                .orElseGet(() ->
                        Outcome.giveUp("The cluster keeps its metadata in ZooKeeper and has no controllers that vote"));
    }

    private static Outcome advance(MoveControllers step, LiveCluster live, Quorum quorum) {
        Optional<Integer> missing = step.voters().stream()
                .filter(id -> !quorum.voterIds().contains(id))
                .findFirst();
        if (missing.isPresent()) {
            return add(missing.get(), live, quorum);
        }
        Optional<Learner> surplus = quorum.voters().stream()
                .filter(voter -> !step.voters().contains(voter.id()))
                .min(Comparator.comparing(voter -> voter.id() == quorum.leader()));
        if (surplus.isPresent()) {
            live.removeVoter(surplus.get());
            return Outcome.waiting("Controller " + surplus.get().id() + " gives up its vote", SOON);
        }
        return Outcome.done("The controllers that vote are " + quorum.voterIds() + ", led by " + quorum.leader());
    }

    private static Outcome add(int id, LiveCluster live, Quorum quorum) {
        Optional<Learner> learner = quorum.observer(id);
        Optional<String> host = live.look().broker(id).map(KafkaView.LiveBroker::host);
        if (learner.isEmpty() || host.isEmpty()) {
            return Outcome.waiting("Controller " + id + " does not follow the metadata yet", SOON);
        }
        live.addVoter(learner.get(), endpoints(host.get(), quorum));
        return Outcome.waiting("Controller " + id + " gets a vote", SOON);
    }

    /** The leader's listeners, at the new one's address. */
    private static Set<RaftVoterEndpoint> endpoints(String host, Quorum quorum) {
        return quorum.endpoints().stream()
                .map(endpoint -> new RaftVoterEndpoint(endpoint.listener(), host, endpoint.port()))
                .collect(Collectors.toSet());
    }
}
