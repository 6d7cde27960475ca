package io.convoy.cassandra;

import io.convoy.base.ByteSize;
import io.convoy.base.ClusterName;
import io.convoy.inventory.Access;
import io.convoy.inventory.CassandraCluster;
import io.convoy.inventory.ClusterProfile;
import io.convoy.inventory.CountedNodes;
import io.convoy.inventory.Datacenter;
import io.convoy.inventory.Endpoint;
import io.convoy.inventory.Environment;
import io.convoy.inventory.NamedNodes;
import io.convoy.inventory.Node;
import io.convoy.inventory.Owner;
import io.convoy.inventory.Standing;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** From a ring to the inventory's form. Pure. */
final class DiscoveredCluster {

    // A ring does not know where it stands; whoever edits the file does.
    private static final String UNKNOWN = "unknown";
    private static final int CONTACT_POINTS = 3;
    private static final int LONGEST_LABEL = 63;

    private DiscoveredCluster() {}

    /** What is known before anybody was asked: a way in. */
    static CassandraCluster unknown(Access access) {
        CountedNodes one = new CountedNodes(List.of(new CountedNodes.Group(UNKNOWN, 1, Optional.empty())));
        return new CassandraCluster(
                profile(new ClusterName(UNKNOWN), "0.0", Optional.empty()),
                List.of(new Datacenter(UNKNOWN, UNKNOWN, UNKNOWN, one)),
                Optional.of(access),
                Optional.empty());
    }

    static CassandraCluster of(Ring ring, Optional<ByteSize> dataSize, Access way) {
        ClusterName name = name(ring.clusterName());
        Map<String, List<Peer>> datacenters = ring.peers().stream()
                .sorted(Comparator.comparing(Peer::address, AddressOrder.BY_NUMBER))
                .collect(Collectors.groupingBy(Peer::datacenter, TreeMap::new, Collectors.toList()));
        return new CassandraCluster(
                profile(name, version(ring), dataSize),
                datacenters.entrySet().stream()
                        .map(entry -> datacenter(name, entry.getKey(), entry.getValue()))
                        .toList(),
                Optional.of(new Access(contactPoints(datacenters), way.credentials(), way.jmx())),
                Optional.empty());
    }

    /** Cassandra's own name made a DNS label. */
    static ClusterName name(String clusterName) {
        String label = clusterName.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        String cut = label.substring(0, Math.min(LONGEST_LABEL, label.length())).replaceAll("^-+|-+$", "");
        return new ClusterName(cut.isEmpty() ? "cassandra" : cut);
    }

    private static ClusterProfile profile(ClusterName name, String version, Optional<ByteSize> dataSize) {
        Standing standing = new Standing(Environment.PRODUCTION, Standing.DEFAULT_TIER, Owner.UNKNOWN, Map.of());
        return new ClusterProfile(name, version, standing, dataSize);
    }

    /** The oldest one, where an upgrade is under way: what it cannot do, the cluster cannot. */
    private static String version(Ring ring) {
        return ring.peers().stream()
                .map(Peer::version)
                .min(AddressOrder.BY_NUMBER)
                .orElseThrow();
    }

    private static Datacenter datacenter(ClusterName cluster, String datacenter, List<Peer> peers) {
        List<Node> nodes = new ArrayList<>();
        for (Peer peer : peers) {
            String name = cluster + "-" + datacenter + "-" + (nodes.size() + 1);
            nodes.add(new Node(name, Optional.of(peer.address()), peer.rack(), Optional.empty()));
        }
        return new Datacenter(datacenter, UNKNOWN, UNKNOWN, new NamedNodes(nodes));
    }

    private static List<Endpoint> contactPoints(Map<String, List<Peer>> datacenters) {
        return datacenters.values().stream()
                .flatMap(peers -> peers.stream().limit(CONTACT_POINTS))
                .map(Peer::cql)
                .toList();
    }
}
