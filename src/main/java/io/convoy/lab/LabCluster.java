package io.convoy.lab;

import io.convoy.base.ClusterName;
import java.time.Duration;
import java.util.List;

/** Nodes of one cluster in a lab that start together. */
public final class LabCluster {

    /** The Cassandra that labs run where nothing else is asked for. */
    public static final String USUAL_VERSION = "5.0.9";

    private static final Duration START_LIMIT = Duration.ofMinutes(4);

    private final ClusterName name;
    private final LabHome home;
    private final List<LabNode> nodes;

    LabCluster(ClusterName name, LabHome home, List<LabNode> nodes) {
        this.name = name;
        this.home = home;
        this.nodes = List.copyOf(nodes);
    }

    public ClusterName name() {
        return name;
    }

    public List<LabNode> nodes() {
        return nodes;
    }

    public LabNode node(String node) {
        return nodes.stream()
                .filter(candidate -> candidate.name().equals(node))
                .findFirst()
                .orElseThrow(() -> new LabException(name + " has no node " + node));
    }

    public List<String> addresses() {
        return nodes.stream().map(LabNode::address).toList();
    }

    /** Starts all nodes at once and waits until each serves and has found all the others. */
    public void start() {
        ServerSoftware software = software();
        nodes.forEach(node -> node.start(software));
        nodes.forEach(node -> node.awaitReady(START_LIMIT));
        kind().awaitTogether(nodes, START_LIMIT);
    }

    /** Starts one node on the data that it has and waits until it is ready. */
    public void start(LabNode node) {
        node.start(software());
        node.awaitReady(START_LIMIT);
    }

    private ServerSoftware software() {
        return ServerSoftware.prepare(kind(), home, nodes.get(0).description().version());
    }

    private ServerKind kind() {
        return ServerKind.of(nodes.get(0).description());
    }
}
