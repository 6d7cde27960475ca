package io.convoy.cassandra;

import io.convoy.execution.Outcome;
import io.convoy.execution.Progress;
import io.convoy.execution.StepContext;
import io.convoy.execution.StepHandler;
import io.convoy.plan.CassandraStep.DecommissionNode;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Lets one node leave the ring. */
@Singleton
final class DecommissionNodeHandler implements StepHandler<DecommissionNode> {

    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

    private static final String LEAVING = "leaving";

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
        CqlNode node = link.anyCql();
        Ring ring = Ring.read(node);
        link.remember(ring.doors());
        Optional<Peer> stranger =
                ring.find(step.address()).filter(peer -> !peer.datacenter().equals(step.datacenter()));
        if (stranger.isPresent()) {
            return Outcome.giveUp("The node " + step.address() + " is in datacenter "
                    + stranger.get().datacenter() + ", not in " + step.datacenter() + ": nothing was done");
        }
        String leaving = firstToLeave(step, link, ring, node);
        boolean firstLook = !leaving.equals(context.memory().get(LEAVING));
        NodeDeparture.State state = departure.advance(link, leaving, step.force(), firstLook);
        if (state.gone() && leaving.equals(step.address())) {
            return Outcome.done(state.words());
        }
        return state.failed()
                ? Outcome.retry(state.words())
                : new Outcome.Waiting(Progress.unmeasured(state.words()), LOOK_AGAIN, Map.of(LEAVING, leaving));
    }

    /**
     * A node that leaves streams what it has of system_auth to its neighbours, and cannot while one of them is down. Where
     * nothing else is replicated to the datacenter, such a neighbour is on its way out too, and is removed before.
     */
    private static String firstToLeave(DecommissionNode step, ClusterLink link, Ring ring, CqlNode node) {
        if (!DatacenterUse.needed(step.datacenter(), node).isEmpty()) {
            return step.address();
        }
        GossipView gossip = GossipView.ofAny(ring.addresses(), link);
        return ring.in(step.datacenter()).stream()
                .map(Peer::address)
                .filter(address -> !gossip.live().isEmpty() && !gossip.live().contains(address))
                .findFirst()
                .orElse(step.address());
    }
}
