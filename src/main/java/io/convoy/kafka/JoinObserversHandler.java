package io.convoy.kafka;

import io.convoy.execution.Outcome;
import io.convoy.execution.StepContext;
import io.convoy.execution.StepHandler;
import io.convoy.inventory.Endpoint;
import io.convoy.kafka.ServerState.Condition;
import io.convoy.plan.KafkaStep.JoinObservers;
import io.convoy.plan.PlannedServer;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;

/** Waits until ZooKeeper servers observe the cluster's ensemble and have caught up with it. */
@Singleton
class JoinObserversHandler implements StepHandler<JoinObservers> {

    private static final Duration SOON = Duration.ofSeconds(2);

    @Override
    public Class<JoinObservers> stepType() {
        return JoinObservers.class;
    }

    @Override
    public Outcome advance(JoinObservers step, StepContext context) {
        List<Endpoint> servers = step.servers().stream().map(PlannedServer::at).toList();
        List<Endpoint> missing = step.servers().stream()
                .filter(server -> !learns(server))
                .map(PlannedServer::at)
                .toList();
        if (!missing.isEmpty()) {
            return Outcome.waiting(
                    missing.size() + " of " + servers.size() + " servers do not observe the ensemble yet, "
                            + missing.get(0) + " among them",
                    SOON);
        }
        servers.forEach(MetadataTree::catchUp);
        return Outcome.done(
                "All " + servers.size() + " ZooKeeper servers of " + step.datacenter() + " observe the ensemble of "
                        + String.join(", ", step.voters()) + " and have caught up with its leader");
    }

    /** Where votes are handed over, observers of an ensemble that was reconfigured before follow it, without a vote. */
    private static boolean learns(PlannedServer server) {
        Condition condition = ServerWords.state(server.at()).condition();
        EnsembleConfig config = ServerWords.membership(server.at());
        boolean hasNoVote = config.version() > 0 && !config.voters().contains(server.id());
        return condition == Condition.OBSERVER || (condition == Condition.FOLLOWER && hasNoVote);
    }
}
