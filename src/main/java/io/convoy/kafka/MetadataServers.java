package io.convoy.kafka;

import io.convoy.base.ClusterName;
import io.convoy.inventory.Endpoint;
import io.convoy.inventory.KafkaMetadata;
import io.convoy.plan.PlannedNode;
import io.convoy.plan.PlannedServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The ZooKeeper servers between which a cluster's metadata moves.
 *
 * @param targets the servers that come, by the inventory
 * @param seen the ensemble in which the metadata is
 * @param promotion whether it hands its votes over
 */
record MetadataServers(
        ClusterName cluster, KafkaMetadata source, List<Endpoint> targets, EnsembleView seen, Promotion promotion) {

    static final String SOFTWARE = "zookeeper";

    /** So many numbers are kept for each cluster that shares the ensemble: all may move at the same time. */
    static final int NUMBERS_A_CLUSTER = 10;

    MetadataServers {
        targets = List.copyOf(targets);
    }

    List<Endpoint> sources() {
        return source.servers();
    }

    List<String> sourceNames() {
        return sources().stream().map(Endpoint::toString).toList();
    }

    String version() {
        return seen.version().orElse("unknown");
    }

    String chroot() {
        return source.chroot().orElse("/");
    }

    List<PlannedServer> servers() {
        List<PlannedServer> servers = new ArrayList<>();
        int id = firstId();
        for (Endpoint target : targets) {
            servers.add(new PlannedServer(id, SOFTWARE + "-" + id, target.toString()));
            id++;
        }
        return servers;
    }

    private int firstId() {
        TreeSet<ClusterName> sharing = new TreeSet<>(source.sharedWith());
        sharing.add(cluster);
        return seen.config().highestId()
                + 1
                + NUMBERS_A_CLUSTER * sharing.headSet(cluster).size();
    }

    /** The servers as nodes to be provisioned. */
    List<PlannedNode> nodes(String rack) {
        return servers().stream()
                .map(server -> new PlannedNode(
                        server.node(),
                        rack,
                        Optional.of(server.at().host()),
                        Optional.empty(),
                        Optional.of(server.id())))
                .toList();
    }

    /** Settings of the servers while they observe. */
    Map<String, String> observing() {
        Map<String, String> settings = new TreeMap<>(seen.config().settings());
        settings.putAll(lines("observer"));
        settings.put("peerType", "observer");
        if (promotion.isPossible()) {
            settings.put("reconfigEnabled", "true");
        }
        return settings;
    }

    /** Settings of the servers once they are an ensemble of their own. */
    Map<String, String> alone() {
        return lines("participant");
    }

    private Map<String, String> lines(String role) {
        Map<String, String> lines = new TreeMap<>();
        for (PlannedServer server : servers()) {
            Endpoint endpoint = server.at();
            Map.Entry<String, String> line = seen.config().line(server.id(), endpoint.host(), endpoint.port(), role);
            lines.put(line.getKey(), line.getValue());
        }
        return lines;
    }

    /** What the new brokers are given as {@code zookeeper.connect}: the new servers only. */
    String connect() {
        return targets.stream().map(Endpoint::toString).collect(Collectors.joining(","))
                + source.chroot().orElse("");
    }
}
