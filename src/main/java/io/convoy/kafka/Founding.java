package io.convoy.kafka;

import io.convoy.plan.PlannedNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.kafka.common.Uuid;

/**
 * What the nodes of a new KRaft cluster have in common, in the keys of {@code server.properties}, and the two keys that their
 * storage is formatted with: {@code cluster.id} and {@code initial.controllers}. Pure: the same move founds the same cluster.
 */
final class Founding {

    private static final int CONTROLLER_PORT = 9093;
    private static final int VOTERS = 3;
    private static final int REPLICAS = 3;

    private Founding() {}

    /** The new cluster's id, which differs from the source's as soon as anything of the move does. */
    static String clusterId(TwoClusterMove move) {
        return derivedFrom(move.nodes().cluster().name() + " " + move.destination() + " beside "
                + move.seen().map(seen -> seen.view().clusterId()).orElse("an unseen cluster"));
    }

    static Map<String, String> settings(TwoClusterMove move) {
        int replicas = Math.min(REPLICAS, Math.max(1, move.nodes().target().size()));
        int inSync = Math.max(1, replicas - 1);
        Map<String, String> settings = new TreeMap<>();
        settings.put("cluster.id", clusterId(move));
        settings.put("process.roles", "broker,controller");
        settings.put(
                "initial.controllers",
                voters(move).stream()
                        .map(node -> node.number().orElseThrow() + "@" + controller(node) + ":"
                                + derivedFrom(clusterId(move) + " " + node.name()))
                        .collect(Collectors.joining(",")));
        settings.put(
                "controller.quorum.bootstrap.servers",
                voters(move).stream().map(Founding::controller).collect(Collectors.joining(",")));
        settings.put("default.replication.factor", String.valueOf(replicas));
        settings.put("min.insync.replicas", String.valueOf(inSync));
        settings.put("offsets.topic.replication.factor", String.valueOf(replicas));
        settings.put("transaction.state.log.replication.factor", String.valueOf(replicas));
        settings.put("transaction.state.log.min.isr", String.valueOf(inSync));
        settings.put("share.coordinator.state.topic.replication.factor", String.valueOf(replicas));
        settings.put("share.coordinator.state.topic.min.isr", String.valueOf(inSync));
        // A consumer that comes before its topic is made would have it made with the wrong number of partitions.
        settings.put("auto.create.topics.enable", "false");
        return settings;
    }

    /** Three in as many racks as there are, or one: two of two would both have to live. */
    static List<PlannedNode> voters(TwoClusterMove move) {
        List<PlannedNode> nodes = move.numbered();
        List<PlannedNode> ordered = new ArrayList<>();
        Set<String> racks = new HashSet<>();
        nodes.stream().filter(node -> racks.add(node.rack())).forEach(ordered::add);
        nodes.stream().filter(node -> !ordered.contains(node)).forEach(ordered::add);
        return ordered.stream().limit(nodes.size() < VOTERS ? 1 : VOTERS).toList();
    }

    private static String controller(PlannedNode node) {
        return node.address().orElse("unknown") + ":" + CONTROLLER_PORT;
    }

    private static String derivedFrom(String text) {
        UUID hash = UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8));
        String id = new Uuid(hash.getMostSignificantBits(), hash.getLeastSignificantBits()).toString();
        // Kafka's tools would take it for an option.
        return id.startsWith("-") ? derivedFrom(text + "'") : id;
    }

    /** Why a cluster cannot be founded on these nodes. */
    static Optional<Objection> objection(TwoClusterMove move) {
        List<String> unknown = move.nodes().target().stream()
                .filter(node -> node.address().isEmpty())
                .map(PlannedNode::name)
                .toList();
        return unknown.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Objection(
                                "Target nodes without an address: " + Objection.names(unknown),
                                "Name their addresses in the inventory: the controllers of a new cluster find each other by them"));
    }
}
