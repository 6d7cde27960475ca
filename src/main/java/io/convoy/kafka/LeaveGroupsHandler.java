package io.convoy.kafka;

import io.convoy.execution.Outcome;
import io.convoy.execution.StepContext;
import io.convoy.execution.StepHandler;
import io.convoy.plan.TwoClusterStep.LeaveGroups;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;

/** Waits until nobody reads in a cluster that is about to stop. */
@Singleton
class LeaveGroupsHandler implements StepHandler<LeaveGroups> {

    private static final Duration LATER = Duration.ofSeconds(5);

    private final KafkaLinks links;

    LeaveGroupsHandler(KafkaLinks links) {
        this.links = links;
    }

    @Override
    public Class<LeaveGroups> stepType() {
        return LeaveGroups.class;
    }

    @Override
    public Outcome advance(LeaveGroups step, StepContext context) {
        List<String> left = links.side(context.cluster(), step.datacenter()).groups().stream()
                .filter(GroupState::isAtWork)
                .map(group -> group.name() + " (" + group.members() + " members)")
                .sorted()
                .toList();
        return left.isEmpty()
                ? Outcome.done("No group has a live member in " + step.datacenter())
                : new Outcome.Blocked(
                        "Groups still read in " + step.datacenter() + ": " + Objection.names(left)
                                + ". Take its addresses out of their configuration",
                        LATER);
    }
}
