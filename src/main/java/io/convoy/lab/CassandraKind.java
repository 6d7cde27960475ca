package io.convoy.lab;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Apache Cassandra. */
record CassandraKind() implements ServerKind {

    @Override
    public String software() {
        return "cassandra";
    }

    @Override
    public String title() {
        return "Cassandra";
    }

    @Override
    public ServerArtifact artifact(String version) {
        return ServerArtifact.cassandra(version);
    }

    @Override
    public Class<?> launcher() {
        return LoopbackDaemon.class;
    }

    @Override
    public List<Integer> ports() {
        return List.of(LabNode.NATIVE_PORT, LabNode.STORAGE_PORT, LabNode.JMX_PORT);
    }

    @Override
    public List<String> contacts(Map<String, String> settings) {
        return List.of(settings.getOrDefault("seeds", "").split("\\s*,\\s*"));
    }

    @Override
    public Optional<Map<String, String>> alone(String address) {
        return Optional.of(Map.of());
    }

    @Override
    public ServerCommand command(
            LabNode.Description node, NodeDirectory directory, ServerSoftware software, List<String> sharing) {
        new CassandraFiles(directory).write(node);
        return CassandraCommand.of(node, directory, software, sharing);
    }

    @Override
    public ServerLook look(LabNode.Description node) {
        return new CassandraLook(node.address());
    }

    /** Each node sees all the others, and all agree on a schema. */
    @Override
    public void awaitTogether(List<LabNode> nodes, Duration limit) {
        Set<String> addresses = nodes.stream().map(LabNode::address).collect(Collectors.toSet());
        for (LabNode node : nodes) {
            if (!Pause.until(limit, () -> liveNodes(node).containsAll(addresses))) {
                throw new LabException(node + " sees only " + liveNodes(node) + " of " + addresses);
            }
        }
        if (!Pause.until(limit, () -> schemaVersions(nodes).size() == 1)) {
            throw new LabException(nodes + " do not agree on a schema: " + schemaVersions(nodes));
        }
    }

    private static Set<Object> schemaVersions(List<LabNode> nodes) {
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
