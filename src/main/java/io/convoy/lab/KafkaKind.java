package io.convoy.lab;

import io.convoy.inventory.Endpoint;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Apache Kafka: with its own quorum (KRaft) brokers, controllers, or both in one process; brokers with ZooKeeper. */
record KafkaKind() implements ServerKind {

    static final int BROKER_PORT = 9092;
    static final int CONTROLLER_PORT = 9093;

    @Override
    public String software() {
        return "kafka";
    }

    @Override
    public String title() {
        return "Kafka";
    }

    @Override
    public ServerArtifact artifact(String version) {
        return ServerArtifact.kafka(version);
    }

    @Override
    public Class<?> launcher() {
        return KafkaStarter.class;
    }

    @Override
    public List<Integer> ports() {
        return List.of(BROKER_PORT, CONTROLLER_PORT);
    }

    @Override
    public List<String> contacts(Map<String, String> settings) {
        String servers = settings.getOrDefault(
                KafkaSettings.ZOOKEEPER, settings.getOrDefault(KafkaSettings.BOOTSTRAP_CONTROLLERS, ""));
        return Stream.of(servers.split("\\s*,\\s*"))
                .map(server -> server.replaceFirst(":\\d+(/.*)?$", ""))
                .toList();
    }

    @Override
    public Optional<Map<String, String>> alone(String address) {
        return Optional.of(Map.of(
                KafkaSettings.CLUSTER_ID,
                KafkaId.derivedFrom(address),
                KafkaSettings.NODE_ID,
                "1",
                KafkaSettings.BOOTSTRAP_CONTROLLERS,
                new Endpoint(address, CONTROLLER_PORT).toString(),
                KafkaSettings.INITIAL_CONTROLLERS,
                KafkaSettings.initialController(1, address)));
    }

    @Override
    public ServerCommand command(
            LabNode.Description node, NodeDirectory directory, ServerSoftware software, List<String> sharing) {
        return new KafkaCommand(node, directory, software).sharing(sharing);
    }

    @Override
    public ServerLook look(LabNode.Description node) {
        return new KafkaLook(node.address(), new KafkaSettings(node.settings()).isBroker());
    }

    /** All brokers are registered in one cluster, whichever of them a client starts with. */
    @Override
    public void awaitTogether(List<LabNode> nodes, Duration limit) {
        List<LabNode> brokers = nodes.stream()
                .filter(node -> new KafkaSettings(node.description().settings()).isBroker())
                .toList();
        Set<String> addresses = brokers.stream().map(LabNode::address).collect(Collectors.toSet());
        for (LabNode broker : brokers) {
            KafkaLook look = new KafkaLook(broker.address(), true);
            if (!Pause.until(limit, () -> look.brokers().containsAll(addresses))) {
                throw new LabException(broker + " sees only " + look.brokers() + " of " + addresses);
            }
        }
    }
}
