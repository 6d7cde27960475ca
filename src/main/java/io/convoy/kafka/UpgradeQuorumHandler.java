package io.convoy.kafka;

import io.convoy.execution.Outcome;
import io.convoy.execution.StepContext;
import io.convoy.execution.StepHandler;
import io.convoy.plan.KafkaStep.UpgradeQuorum;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Makes a static quorum a dynamic one, and believes it only when its voters say so: 3.9 answers yes and does not do it. */
@Singleton
class UpgradeQuorumHandler implements StepHandler<UpgradeQuorum> {

    private static final Duration SOON = Duration.ofSeconds(2);

    private final KafkaLinks links;

    UpgradeQuorumHandler(KafkaLinks links) {
        this.links = links;
    }

    @Override
    public Class<UpgradeQuorum> stepType() {
        return UpgradeQuorum.class;
    }

    @Override
    public Outcome advance(UpgradeQuorum step, StepContext context) {
        LiveCluster live = links.to(context.cluster());
        return live.quorum()
                .map(quorum -> advance(live, quorum))
                .orElseGet(() ->
                        Outcome.giveUp("The cluster keeps its metadata in ZooKeeper and has no quorum of its own"));
    }

    private static Outcome advance(LiveCluster live, Quorum quorum) {
        if (!quorum.isStatic()) {
            return Outcome.done(
                    "The voters " + quorum.voterIds() + " have directories of their own: they can be changed");
        }
        live.upgradeQuorum();
        return Outcome.waiting("The quorum is asked to become dynamic", SOON);
    }
}
