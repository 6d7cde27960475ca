package io.convoy.cassandra;

import io.convoy.inventory.Cluster;
import io.convoy.inventory.Kind;
import io.convoy.nodestatus.ObservedNode;
import io.convoy.nodestatus.StatusProbe;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Looks at every node of a Cassandra cluster at the same time: those in its ring, and those that only the inventory has. */
@Singleton
final class CassandraStatusProbe implements StatusProbe {

    private final CassandraLinks links;

    CassandraStatusProbe(CassandraLinks links) {
        this.links = links;
    }

    @Override
    public boolean probes(Cluster cluster) {
        return cluster.kind() == Kind.CASSANDRA;
    }

    @Override
    public List<ObservedNode> probe(Cluster cluster) {
        ClusterLink link = links.to(cluster);
        Ring ring = Ring.read(link.anyCql());
        link.remember(ring.doors());
        KnownNodes known = KnownNodes.of(cluster);
        Set<String> asked = new HashSet<>(ring.addresses());
        asked.addAll(known.addresses());
        NodeAnswers<NodePulse> pulses = NodeAnswers.ask(asked, address -> NodePulse.of(address, link), links.threads());
        GossipView gossip = GossipView.ofAny(normal(pulses), link);
        String schemaVersion = commonest(pulses);
        List<ObservedNode> nodes = new ArrayList<>();
        for (Peer peer : ring.peers()) {
            String address = peer.address();
            nodes.add(new NodeDiagnosis(peer, known.name(address), gossip.live().contains(address))
                    .observe(pulse(address, pulses), schemaVersion));
        }
        known.outside(ring).forEach(place -> nodes.add(place.observe(pulses)));
        return nodes;
    }

    private static NodePulse pulse(String address, NodeAnswers<NodePulse> pulses) {
        return Optional.ofNullable(pulses.given().get(address))
                .orElseGet(() -> NodePulse.silent(pulses.silent().getOrDefault(address, "")));
    }

    private static List<String> normal(NodeAnswers<NodePulse> pulses) {
        return pulses.given().entrySet().stream()
                .filter(entry -> entry.getValue().mode().equals("NORMAL"))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    /** The schema version that most nodes hold. */
    private static String commonest(NodeAnswers<NodePulse> pulses) {
        return pulses.given().values().stream()
                .map(NodePulse::schemaVersion)
                .filter(version -> !version.isEmpty())
                .collect(Collectors.groupingBy(version -> version, Collectors.counting()))
                .entrySet()
                .stream()
                .max(Map.Entry.<String, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse("");
    }
}
