package io.convoy.lab;

import io.convoy.inventory.Endpoint;
import io.convoy.provision.NodeOrder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Apache ZooKeeper, the release that Kafka 3.9 brings along: a voter or an observer of an ensemble. */
record ZooKeeperKind() implements ServerKind {

    static final String VERSION = "3.8.4";
    static final int CLIENT_PORT = 2181;
    static final int QUORUM_PORT = 2888;
    static final int ELECTION_PORT = 3888;

    private static final String SERVER = "server.";
    private static final String KAFKA_THAT_HOLDS_IT = "3.9.2";
    private static final Pattern AFTER_HOST = Pattern.compile(":.*");

    @Override
    public String software() {
        return "zookeeper";
    }

    @Override
    public String title() {
        return "ZooKeeper";
    }

    @Override
    public ServerArtifact artifact(String version) {
        if (!version.equals(VERSION)) {
            throw new LabException("This lab runs ZooKeeper " + VERSION + ", not " + version);
        }
        return ServerArtifact.kafka(KAFKA_THAT_HOLDS_IT);
    }

    @Override
    public Class<?> launcher() {
        return ZooKeeperStarter.class;
    }

    @Override
    public List<Integer> ports() {
        return List.of(CLIENT_PORT, QUORUM_PORT, ELECTION_PORT);
    }

    @Override
    public List<String> contacts(Map<String, String> settings) {
        return settings.entrySet().stream()
                .filter(setting -> setting.getKey().startsWith(SERVER))
                .flatMap(setting ->
                        Stream.of(AFTER_HOST.matcher(setting.getValue()).replaceFirst("")))
                .toList();
    }

    @Override
    public Map<String, String> alone(String address) {
        return Map.of(NodeOrder.NUMBER, "1", SERVER + 1, participant(address));
    }

    /** The value of a voter's {@code server.N}. */
    static String participant(String address) {
        return "%s:%d:%d:participant;%s"
                .formatted(address, QUORUM_PORT, ELECTION_PORT, new Endpoint(address, CLIENT_PORT));
    }

    /** It starts in a second anyway. */
    @Override
    public boolean gainsFromArchive() {
        return false;
    }

    @Override
    public ServerCommand launch(LabNode.Description node, NodeDirectory directory, ServerSoftware software) {
        return new ZooKeeperCommand(node, directory, software).sharing(software.sharing());
    }

    @Override
    public ServerCommand archiving(
            LabNode.Description node, NodeDirectory directory, ServerSoftware software, Path archive) {
        return new ZooKeeperCommand(node, directory, software).sharing(ServerSoftware.archivingInto(archive));
    }

    @Override
    public ServerLook look(LabNode.Description node) {
        return new ZooKeeperLook(new Endpoint(node.address(), CLIENT_PORT));
    }

    /** Who serves has been elected or follows who was. */
    @Override
    public void awaitTogether(List<LabNode> nodes, Duration limit) {
        nodes.forEach(node -> node.awaitReady(limit));
    }
}
