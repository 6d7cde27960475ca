package io.convoy.cassandra;

import io.convoy.execution.Outcome;
import io.convoy.execution.Progress;
import io.convoy.execution.StepContext;
import io.convoy.execution.StepHandler;
import io.convoy.plan.CassandraStep.ProveNoClients;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Proves that nobody uses a datacenter any more: at two moments no client is connected to any of its nodes, and in between no
 * node has coordinated a single request for a customer's table, not even for a client that came and went.
 */
@Singleton
final class ProveNoClientsHandler implements StepHandler<ProveNoClients> {

    private static final Duration LOOK_AGAIN = Duration.ofSeconds(5);
    private static final int NAMED = 5;

    private final CassandraLinks links;

    ProveNoClientsHandler(CassandraLinks links) {
        this.links = links;
    }

    @Override
    public Class<ProveNoClients> stepType() {
        return ProveNoClients.class;
    }

    @Override
    public Outcome advance(ProveNoClients step, StepContext context) {
        ClusterLink link = links.to(context.cluster());
        Ring ring = Ring.read(link.anyCql());
        link.remember(ring.doors());
        GossipView gossip = GossipView.ofAny(ring.addresses(), link);
        // A node that its peers have as DOWN serves nobody; whether its process is alive, only its own ports can tell.
        List<String> members =
                ring.in(step.datacenter()).stream().map(Peer::address).toList();
        NodeAnswers<Seen> seen =
                NodeAnswers.ask(members, address -> Seen.of(new NodeViews(link.cql(address))), links.threads());
        Map<String, String> unknown = new TreeMap<>(seen.silent());
        unknown.entrySet().removeIf(node -> !gossip.live().contains(node.getKey()) && isRefused(node.getValue()));
        if (!unknown.isEmpty()) {
            return new Outcome.Blocked(
                    "Nobody can tell who uses " + String.join(", ", unknown.keySet()) + ": "
                            + String.join("; ", unknown.values()) + ". Start the node, or stop its process for good",
                    LOOK_AGAIN);
        }
        String connected = connected(seen);
        if (!connected.isEmpty()) {
            return new Outcome.Blocked(
                    "Clients are still connected to " + step.datacenter() + ": " + connected, LOOK_AGAIN);
        }
        Map<String, Long> requests = new TreeMap<>();
        seen.given().forEach((address, node) -> requests.put(address, node.requests()));
        return compare(step, context, new ClientSample(context.now(), requests));
    }

    private static Outcome compare(ProveNoClients step, StepContext context, ClientSample sample) {
        if (!ClientSample.isIn(context.memory())) {
            return waiting(
                    "No client is connected to " + step.datacenter() + ", the second look follows",
                    step.apart(),
                    sample);
        }
        ClientSample earlier = ClientSample.parse(context.memory());
        Map<String, Long> moved = sample.movedSince(earlier);
        if (!moved.isEmpty()) {
            return waiting(
                    "Nobody is connected to " + step.datacenter() + " now, but requests came in since the last look: "
                            + moved + "; counting begins again",
                    step.apart(),
                    sample);
        }
        Duration between = Duration.between(earlier.taken(), sample.taken());
        if (between.compareTo(step.apart()) < 0) {
            return waiting(
                    "No client on " + step.datacenter() + " so far",
                    step.apart().minus(between),
                    earlier);
        }
        return Outcome.done(
                "No client was connected to any of the " + sample.requests().size() + " nodes of " + step.datacenter()
                        + " at " + earlier.taken() + " nor at " + sample.taken(),
                "No node coordinated a request for a customer's table in between: " + new TreeMap<>(sample.requests()));
    }

    private static Outcome waiting(String detail, Duration again, ClientSample sample) {
        return new Outcome.Waiting(Progress.unmeasured(detail), again, sample.text());
    }

    private static String connected(NodeAnswers<Seen> seen) {
        return seen.given().entrySet().stream()
                .filter(node -> !node.getValue().clients().isEmpty())
                .map(node -> node.getKey() + " has " + named(node.getValue().clients()))
                .collect(Collectors.joining("; "));
    }

    private static String named(List<NodeViews.Client> clients) {
        String first =
                clients.stream().limit(NAMED).map(NodeViews.Client::toString).collect(Collectors.joining(", "));
        return clients.size() <= NAMED ? first : first + " and " + (clients.size() - NAMED) + " more";
    }

    private static boolean isRefused(String silence) {
        return silence.contains("refused");
    }

    private record Seen(List<NodeViews.Client> clients, long requests) {
        static Seen of(NodeViews views) {
            return new Seen(views.clients(), views.coordinatedRequests());
        }
    }
}
