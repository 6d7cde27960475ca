package io.convoy.lab;

import io.convoy.inventory.Endpoint;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** MirrorMaker 2 in a process of its own, which copies topics from one Kafka cluster to another. */
record MirrorMakerKind() implements ServerKind {

    /** Where its nodes would talk to each other; it listens there as soon as it works. */
    static final int REST_PORT = 8083;

    @Override
    public String software() {
        return "mirror-maker";
    }

    @Override
    public String title() {
        return "MirrorMaker";
    }

    @Override
    public ServerArtifact artifact(String version) {
        return ServerArtifact.mirrorMaker(version);
    }

    @Override
    public Class<?> launcher() {
        return MirrorMakerStarter.class;
    }

    @Override
    public List<Integer> ports() {
        return List.of(REST_PORT);
    }

    @Override
    public List<String> contacts(Map<String, String> settings) {
        return List.of();
    }

    /** It is nothing without two clusters. */
    @Override
    public Optional<Map<String, String>> alone(String address) {
        return Optional.empty();
    }

    @Override
    public ServerCommand command(
            LabNode.Description node, NodeDirectory directory, ServerSoftware software, List<String> sharing) {
        return new MirrorMakerCommand(node, directory, software).start();
    }

    @Override
    public ServerLook look(LabNode.Description node) {
        return new Listening(new Endpoint(node.address(), REST_PORT));
    }

    @Override
    public void awaitTogether(List<LabNode> nodes, Duration limit) {
        // Each works by itself.
    }

    private record Listening(Endpoint endpoint) implements ServerLook {

        @Override
        public boolean isReady() {
            return comingUp().isEmpty();
        }

        @Override
        public Optional<String> comingUp() {
            return LoopbackAddresses.unanswered(endpoint);
        }
    }
}
