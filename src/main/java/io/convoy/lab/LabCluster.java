package io.convoy.lab;

import io.convoy.base.ClusterName;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/** Nodes of one Cassandra cluster in a lab that start together. */
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

    /** Starts all nodes at once and waits until each serves and sees all the others. */
    public void start() {
        CassandraSoftware software = software();
        nodes.forEach(node -> node.start(software));
        nodes.forEach(node -> node.awaitReady(START_LIMIT));
        nodes.forEach(this::awaitSeesAll);
        awaitOneSchema();
    }

    /** Starts one node on the data that it has and waits until it is ready. */
    public void start(LabNode node) {
        node.start(software());
        node.awaitReady(START_LIMIT);
    }

    private CassandraSoftware software() {
        String version = nodes.get(0).description().version();
        return CassandraSoftware.prepare(home, version);
    }

    private void awaitSeesAll(LabNode node) {
        if (!within(START_LIMIT, () -> liveNodes(node).containsAll(addresses()))) {
            throw new LabException(node + " sees only " + liveNodes(node) + " of " + addresses());
        }
    }

    private void awaitOneSchema() {
        if (!within(START_LIMIT, () -> schemaVersions().size() == 1)) {
            throw new LabException(name + "'s nodes do not agree on a schema: " + schemaVersions());
        }
    }

    private static boolean within(Duration limit, BooleanSupplier condition) {
        long deadline = System.nanoTime() + limit.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            Pause.millis(200);
        }
        return true;
    }

    private Set<Object> schemaVersions() {
        return nodes.stream()
                .map(node -> node.storageService("SchemaVersion").orElse("unknown"))
                .collect(Collectors.toSet());
    }

    private static Set<String> liveNodes(LabNode node) {
        return node.storageService("LiveNodes").stream()
                .flatMap(nodes -> ((List<?>) nodes).stream())
                .map(Object::toString)
                .collect(Collectors.toSet());
    }
}
