package io.convoy.cassandra;

import io.convoy.inventory.Cluster;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Looks at a running cluster, at all nodes at the same time. A node that does not answer leaves gaps, never an error: only
 * when no node answers is there nothing to see.
 */
@Singleton
final class TopologyObserver implements TopologySource {

    static final String UNREACHABLE = "UNREACHABLE";

    private final CassandraLinks links;

    TopologyObserver(CassandraLinks links) {
        this.links = links;
    }

    @Override
    public Topology observe(Cluster cluster) {
        ClusterLink link = links.to(cluster);
        CqlNode node = link.anyCql();
        Ring ring = Ring.read(node);
        link.remember(ring.doors());
        NodeAnswers<Vitals> vitals =
                NodeAnswers.ask(ring.addresses(), address -> Vitals.of(link.jmx(address)), links.threads());
        NodeAnswers<NodeInside> inside = NodeAnswers.ask(
                ring.addresses(), address -> NodeInside.of(new NodeViews(link.cql(address))), links.threads());
        GossipView gossip = GossipView.ofAny(List.copyOf(vitals.given().keySet()), link);
        Roles roles = roles(node);
        return new Topology(
                ring.clusterName(),
                simpleName(ring.partitioner()),
                simpleName(snitch(vitals, link)),
                ring.peers().stream()
                        .map(peer -> member(peer, gossip, vitals, inside))
                        .toList(),
                Schema.keyspaces(node),
                schemaVersions(ring, vitals),
                roles.superusers(),
                clients(inside, roles));
    }

    private static Member member(
            Peer peer, GossipView gossip, NodeAnswers<Vitals> vitals, NodeAnswers<NodeInside> inside) {
        String address = peer.address();
        Optional<Vitals> alive = Optional.ofNullable(vitals.given().get(address));
        Optional<NodeInside> seen = Optional.ofNullable(inside.given().get(address));
        return new Member(
                address,
                peer.hostId(),
                peer.datacenter(),
                peer.rack(),
                peer.version(),
                gossip.live().contains(address),
                alive.map(Vitals::mode).orElse(UNREACHABLE),
                peer.tokens(),
                gossip.load(address),
                alive.flatMap(Vitals::diskFree),
                seen.map(NodeInside::activities).orElse(List.of()),
                seen.map(NodeInside::memory).orElse(List.of()));
    }

    /** Asked of each node itself: what peers tell of each other lags behind. */
    static Map<String, List<String>> schemaVersions(Ring ring, NodeAnswers<Vitals> vitals) {
        Map<String, List<String>> versions = new TreeMap<>();
        for (String address : ring.addresses()) {
            Vitals alive = vitals.given().get(address);
            String version = alive == null ? UNREACHABLE : alive.schemaVersion();
            versions.computeIfAbsent(version, ignored -> new ArrayList<>()).add(address);
        }
        return versions;
    }

    private static List<ClientConnection> clients(NodeAnswers<NodeInside> inside, Roles roles) {
        List<ClientConnection> clients = new ArrayList<>();
        inside.given().forEach((address, node) -> node.clients().stream()
                .map(client -> new ClientConnection(
                        address,
                        client.address(),
                        client.port(),
                        client.username(),
                        client.driver(),
                        client.requests(),
                        roles.isSuperuser(client.username())))
                .forEach(clients::add));
        return clients;
    }

    private static String snitch(NodeAnswers<Vitals> vitals, ClusterLink link) {
        return vitals.given().keySet().stream()
                .findFirst()
                .map(address -> link.jmx(address).snitch())
                .orElse("unknown");
    }

    private static Roles roles(CqlNode node) {
        try {
            return Roles.read(node);
        } catch (NodeRefusedException e) {
            // Not a superuser, or no replica of system_auth is up.
            return new Roles(Map.of());
        }
    }

    private static String simpleName(String className) {
        return className.substring(className.lastIndexOf('.') + 1);
    }
}
