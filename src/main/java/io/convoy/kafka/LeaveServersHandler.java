package io.convoy.kafka;

import io.convoy.execution.Outcome;
import io.convoy.execution.StepContext;
import io.convoy.execution.StepHandler;
import io.convoy.inventory.Endpoint;
import io.convoy.kafka.ServerState.Condition;
import io.convoy.plan.KafkaStep.LeaveServers;
import io.convoy.plan.PlannedServer;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;

/** Waits until ZooKeeper servers that have no vote any more are gone: as long as they run, they follow. */
@Singleton
class LeaveServersHandler implements StepHandler<LeaveServers> {

    private static final Duration SOON = Duration.ofSeconds(2);

    @Override
    public Class<LeaveServers> stepType() {
        return LeaveServers.class;
    }

    @Override
    public Outcome advance(LeaveServers step, StepContext context) {
        List<Endpoint> running = step.leaving().stream()
                .map(PlannedServer::at)
                .filter(server -> !ServerWords.state(server).is(Condition.SILENT))
                .toList();
        if (!running.isEmpty()) {
            return Outcome.waiting("ZooKeeper servers " + running + " still run: stop them", SOON);
        }
        List<String> doubts =
                SeparationProof.standing(step.servers(), List.of()).doubts();
        return doubts.isEmpty()
                ? Outcome.done("The ZooKeeper servers " + names(step.leaving()) + " do not answer any more; nobody but "
                        + names(step.servers()) + " follows the leader of these")
                : Outcome.waiting(
                        "Of the ensemble of " + names(step.servers()) + ": " + String.join("; ", doubts), SOON);
    }

    private static List<String> names(List<PlannedServer> servers) {
        return servers.stream().map(PlannedServer::endpoint).toList();
    }
}
