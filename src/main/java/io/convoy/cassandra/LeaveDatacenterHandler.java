package io.convoy.cassandra;

import io.convoy.execution.Outcome;
import io.convoy.execution.Progress;
import io.convoy.execution.StepContext;
import io.convoy.execution.StepHandler;
import io.convoy.plan.CassandraStep.LeaveDatacenter;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Lets all nodes of a datacenter leave the ring, one after the other, once no keyspace needs them. */
@Singleton
final class LeaveDatacenterHandler implements StepHandler<LeaveDatacenter> {

    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);
    private static final Duration LOOK_LATER = Duration.ofSeconds(5);

    private final CassandraLinks links;
    private final NodeDeparture departure;

    LeaveDatacenterHandler(CassandraLinks links) {
        this.links = links;
        this.departure = new NodeDeparture();
    }

    @Override
    public Class<LeaveDatacenter> stepType() {
        return LeaveDatacenter.class;
    }

    @Override
    public Outcome advance(LeaveDatacenter step, StepContext context) {
        ClusterLink link = links.to(context.cluster());
        CqlNode node = link.anyCql();
        Ring ring = Ring.read(node);
        link.remember(ring.doors());
        List<Peer> members = downFirst(ring.in(step.datacenter()), link, ring);
        if (members.isEmpty()) {
            return Outcome.done("No node of " + step.datacenter() + " is a member of the ring");
        }
        if (members.size() == ring.peers().size()) {
            return Outcome.giveUp(step.datacenter() + " is the only datacenter of the ring: nothing was done");
        }
        String needed = DatacenterUse.needed(step.datacenter(), node);
        if (!needed.isEmpty()) {
            return Outcome.giveUp(
                    "Datacenter " + step.datacenter() + " cannot leave, keyspaces are replicated to it: " + needed);
        }
        Optional<String> rebuilding = rebuilding(link, members);
        if (rebuilding.isPresent()) {
            return Outcome.waiting(rebuilding.get(), LOOK_LATER);
        }
        return leave(step, context, link, members);
    }

    private Outcome leave(LeaveDatacenter step, StepContext context, ClusterLink link, List<Peer> members) {
        String address = members.get(0).address();
        boolean firstLook = !address.equals(context.memory().get("leaving"));
        NodeDeparture.State state = departure.advance(link, address, true, firstLook);
        if (state.failed()) {
            return Outcome.retry(state.words());
        }
        String detail = members.size() + " nodes of " + step.datacenter() + " are still members; " + state.words();
        return new Outcome.Waiting(Progress.unmeasured(detail), LOOK_AGAIN, Map.of("leaving", address));
    }

    /** A node that leaves streams to its neighbours, and cannot while one of them is down. */
    private static List<Peer> downFirst(List<Peer> members, ClusterLink link, Ring ring) {
        Set<String> live = GossipView.ofAny(ring.addresses(), link).live();
        return members.stream()
                .sorted(Comparator.comparing(peer -> live.contains(peer.address())))
                .toList();
    }

    private Optional<String> rebuilding(ClusterLink link, List<Peer> members) {
        NodeAnswers<Boolean> rebuilding = NodeAnswers.ask(
                members.stream().map(Peer::address).toList(),
                address -> new NodeViews(link.cql(address))
                        .streams().stream().anyMatch(stream -> stream.isRebuild() && stream.isRunning()),
                links.threads());
        return rebuilding.given().entrySet().stream()
                .filter(Map.Entry::getValue)
                .map(entry -> entry.getKey() + " still rebuilds, which nothing can stop; it leaves after that")
                .findFirst();
    }
}
