package io.convoy.lab;

import static org.assertj.core.api.Assertions.assertThat;

import io.convoy.provision.NodeOrder;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaPropertiesTest {

    private static final KafkaLayout FIRST = KafkaLayout.first("payments", "dc_old", "127.21.1", 3);

    @TempDir
    Path temporary;

    @Test
    void aNodeListensOnItsOwnAddressInItsRack() throws IOException {
        assertThat(render(FIRST.orders().get(1)))
                .containsEntry("node.id", "2")
                .containsEntry("process.roles", "broker,controller")
                .containsEntry("listeners", "PLAINTEXT://127.21.1.2:9092,CONTROLLER://127.21.1.2:9093")
                .containsEntry("broker.rack", "dc_old-r2")
                .containsEntry("controller.quorum.bootstrap.servers", "127.21.1.1:9093,127.21.1.2:9093,127.21.1.3:9093")
                .doesNotContainKeys("cluster.id", "initial.controllers", "controller.quorum.voters");
    }

    @Test
    void aSettingOverridesWhatTheLabWouldWrite() throws IOException {
        KafkaLayout layout = FIRST.withSettings(
                Map.of("min.insync.replicas", "1", "replica.fetch.backoff.ms", "50", "-Dsome.property", "x"));

        assertThat(render(layout.orders().get(0)))
                .containsEntry("min.insync.replicas", "1")
                .containsEntry("replica.fetch.backoff.ms", "50")
                .doesNotContainKey("-Dsome.property");
    }

    @Test
    void aBrokerWithoutControllerHasOneListener() throws IOException {
        KafkaLayout layout = FIRST.withSettings(Map.of("process.roles", "broker"));

        assertThat(render(layout.orders().get(0))).containsEntry("listeners", "PLAINTEXT://127.21.1.1:9092");
    }

    @Test
    void foundersAreFormattedWithAllOfThemAndJoinersWithNone() {
        List<String> founder = words(FIRST.orders().get(0));
        List<String> joiner =
                words(FIRST.beside("dc_new", "127.21.2", 3).orders().get(0));

        assertThat(founder)
                .contains("--cluster-id", "--initial-controllers")
                .last()
                .asString()
                .contains("1@127.21.1.1:9093:", "3@127.21.1.3:9093:");
        assertThat(joiner).endsWith("--no-initial-controllers");
        assertThat(clusterId(joiner)).isEqualTo(clusterId(founder));
    }

    @Test
    void aStaticQuorumNeedsNoFlag() {
        KafkaLayout joining = FIRST.beside("dc_new", "127.21.2", 1)
                .withSettings(Map.of("controller.quorum.voters", "1@127.21.1.1:9093"));

        assertThat(words(joining.orders().get(0))).noneMatch(word -> word.endsWith("controllers"));
    }

    private static String clusterId(List<String> words) {
        return words.get(words.indexOf("--cluster-id") + 1);
    }

    private List<String> words(NodeOrder order) {
        ServerJars jars = new ServerJars(ServerArtifact.kafka("4.3.1"), List.of(Path.of("/jars/a.jar")));
        ServerSoftware software = new ServerSoftware(jars, Path.of("/java/bin/java"), Optional.empty());
        return new KafkaKind()
                .command(node(order), directory(), software, software.sharing())
                .afterMark();
    }

    private Map<String, String> render(NodeOrder order) throws IOException {
        Properties properties = new Properties();
        properties.load(new StringReader(KafkaProperties.render(node(order), directory())));
        return properties.stringPropertyNames().stream()
                .collect(java.util.stream.Collectors.toMap(key -> key, properties::getProperty));
    }

    private static LabNode.Description node(NodeOrder order) {
        return LabNode.Description.of(order, order.address().orElseThrow());
    }

    private NodeDirectory directory() {
        return new NodeDirectory(temporary.resolve("payments").resolve("dc-old-1"));
    }
}
