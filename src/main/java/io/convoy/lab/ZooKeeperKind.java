package io.convoy.lab;

import io.convoy.inventory.Endpoint;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Apache ZooKeeper, the release that Kafka 3.9 brings along: a voter or an observer of an ensemble. */
record ZooKeeperKind() implements ServerKind {

    static final String VERSION = "3.8.4";
    static final int CLIENT_PORT = 2181;
    static final int QUORUM_PORT = 2888;
    static final int ELECTION_PORT = 3888;

    private static final String SERVER = "server.";
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
        return ServerArtifact.kafka(KafkaLayout.LAST_WITH_ZOOKEEPER);
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

    /** It starts in a second anyway. */
    @Override
    public Optional<Map<String, String>> alone(String address) {
        return Optional.empty();
    }

    /** The value of a voter's {@code server.N}. */
    static String participant(String address) {
        return "%s:%d:%d:participant;%s"
                .formatted(address, QUORUM_PORT, ELECTION_PORT, new Endpoint(address, CLIENT_PORT));
    }

    @Override
    public ServerCommand command(
            LabNode.Description node, NodeDirectory directory, ServerSoftware software, List<String> sharing) {
        return new ZooKeeperCommand(node, directory, software).start();
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
