package io.convoy.lab;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** All that a lab has to know of one software: where it comes from, how it is started, and when it is there. */
sealed interface ServerKind permits CassandraKind, KafkaKind, ZooKeeperKind, MirrorMakerKind {

    List<ServerKind> ALL = List.of(new CassandraKind(), new KafkaKind(), new ZooKeeperKind(), new MirrorMakerKind());

    /** The kind that an order names by its software; empty where the lab does not run it. */
    static Optional<ServerKind> find(String software) {
        return ALL.stream().filter(kind -> kind.software().equals(software)).findFirst();
    }

    static ServerKind of(LabNode.Description node) {
        return find(node.software())
                .orElseThrow(() -> new LabException("This lab runs " + known() + ", not " + node.software()));
    }

    /** For people: {@code cassandra, kafka, zookeeper, mirror-maker}. */
    static String known() {
        return ALL.stream().map(ServerKind::software).collect(Collectors.joining(", "));
    }

    /** As an order says it. */
    String software();

    /** As people say it. */
    String title();

    ServerArtifact artifact(String version);

    /** The class that becomes the server; it runs without Convoy's class path. */
    Class<?> launcher();

    /** Where a node listens, on its own address. */
    List<Integer> ports();

    /** The addresses by which a new node finds its cluster, beside which it is to be placed. */
    List<String> contacts(Map<String, String> settings);

    /** Settings of a node that is a cluster by itself, for an archive of its classes; empty where that does not pay. */
    Optional<Map<String, String>> alone(String address);

    /**
     * Writes the node's configuration and says how to start it.
     *
     * @param sharing options by which its JVM uses an archive of classes, or makes one when it ends
     */
    ServerCommand command(
            LabNode.Description node, NodeDirectory directory, ServerSoftware software, List<String> sharing);

    ServerLook look(LabNode.Description node);

    /** Waits until nodes that are ready have found each other. */
    void awaitTogether(List<LabNode> nodes, Duration limit);
}
