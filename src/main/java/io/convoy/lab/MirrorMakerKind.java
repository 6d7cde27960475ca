package io.convoy.lab;

import io.convoy.inventory.Endpoint;
import java.nio.file.Path;
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

    @Override
    public Map<String, String> alone(String address) {
        throw new LabException("A MirrorMaker is nothing without two clusters");
    }

    @Override
    public boolean gainsFromArchive() {
        return false;
    }

    @Override
    public ServerCommand launch(LabNode.Description node, NodeDirectory directory, ServerSoftware software) {
        return new MirrorMakerCommand(node, directory, software).start();
    }

    @Override
    public ServerCommand archiving(
            LabNode.Description node, NodeDirectory directory, ServerSoftware software, Path archive) {
        throw new LabException("A MirrorMaker starts without an archive");
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
            return LoopbackAddresses.answers(endpoint)
                    ? Optional.empty()
                    : Optional.of("Process runs, its port " + endpoint.port() + " does not answer yet");
        }
    }
}
