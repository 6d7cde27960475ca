package io.convoy.cassandra;

import io.convoy.execution.Outcome;
import io.convoy.execution.StepContext;
import io.convoy.execution.StepHandler;
import io.convoy.plan.CassandraStep.DecommissionNode;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;

/** Lets one node leave the ring. */
@Singleton
final class DecommissionNodeHandler implements StepHandler<DecommissionNode> {

    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

    private final CassandraLinks links;
    private final NodeDeparture departure;

    DecommissionNodeHandler(CassandraLinks links) {
        this.links = links;
        this.departure = new NodeDeparture();
    }

    @Override
    public Class<DecommissionNode> stepType() {
        return DecommissionNode.class;
    }

    @Override
    public Outcome advance(DecommissionNode step, StepContext context) {
        ClusterLink link = links.to(context.cluster());
        Optional<Peer> stranger = Ring.read(link.anyCql()).find(step.address()).filter(peer -> !peer.datacenter()
                .equals(step.datacenter()));
        if (stranger.isPresent()) {
            return Outcome.giveUp("The node " + step.address() + " is in datacenter "
                    + stranger.get().datacenter() + ", not in " + step.datacenter() + ": nothing was done");
        }
        boolean firstLook = context.memory().isEmpty();
        NodeDeparture.State state = departure.advance(link, step.address(), step.force(), firstLook);
        if (state.gone()) {
            return Outcome.done(state.words());
        }
        return state.failed() ? Outcome.retry(state.words()) : Departures.waiting(state.words(), LOOK_AGAIN);
    }
}
