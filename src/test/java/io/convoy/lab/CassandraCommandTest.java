package io.convoy.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CassandraCommandTest {

    private static final LabNode.Description NODE = new LabNode.Description(
            "orders",
            "orders-1",
            "dc_old",
            "r1",
            "127.11.1.1",
            "5.0.9",
            Map.of("-Dcassandra.ring_delay_ms", "5000", "num_tokens", "4"));

    @TempDir
    Path temporary;

    @Test
    void neitherTheJdksAgentNorCassandraOpensJmx() throws IOException {
        assertThat(arguments(Optional.empty()))
                .doesNotContain("-Dcom.sun.management")
                .doesNotContain("cassandra.jmx")
                .doesNotContain("reset_bootstrap_progress");
    }

    @Test
    void theServerIsStartedByTheDaemonThatOpensJmxOnTheNodesAddress() {
        ServerCommand command = CassandraCommand.of(NODE, directory(), software(Optional.empty()), List.of());

        assertThat(command.afterMark())
                .containsSequence(LoopbackDaemon.class.getName(), "127.11.1.1", "7199")
                .endsWith("org.apache.cassandra.service.CassandraDaemon");
    }

    @Test
    void aNodesOwnPropertyComesAfterTheLabs() throws IOException {
        String arguments = arguments(Optional.empty());

        assertThat(arguments.indexOf("ring_delay_ms=5000")).isGreaterThan(arguments.indexOf("ring_delay_ms=1000"));
    }

    @Test
    void theClassArchiveIsUsedWhereThereIsOne() throws IOException {
        assertThat(arguments(Optional.of(Path.of("/cache/cassandra.jsa"))))
                .contains("\"-XX:SharedArchiveFile=/cache/cassandra.jsa\"");
        assertThat(arguments(Optional.empty())).doesNotContain("Archive");
    }

    @Test
    void theCommandLineStaysShortEnoughToRecogniseAProcessBy() {
        ServerCommand command = CassandraCommand.of(NODE, directory(), software(Optional.empty()), List.of());

        assertThat(String.join(" ", command.afterMark())).hasSizeLessThan(1_000).endsWith(".CassandraDaemon");
    }

    private String arguments(Optional<Path> classArchive) throws IOException {
        CassandraCommand.of(
                NODE,
                directory(),
                software(classArchive),
                software(classArchive).sharing());
        return Files.readString(new CassandraFiles(directory()).javaArguments());
    }

    private NodeDirectory directory() {
        return new NodeDirectory(temporary.resolve("orders").resolve("orders-1"));
    }

    private static ServerSoftware software(Optional<Path> classArchive) {
        ServerJars jars = new ServerJars(ServerArtifact.cassandra("5.0.9"), List.of(Path.of("/jars/a.jar")));
        return new ServerSoftware(jars, Path.of("/java/bin/java"), classArchive);
    }
}
