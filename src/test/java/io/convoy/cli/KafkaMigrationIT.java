package io.convoy.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.convoy.base.ByteSize;
import io.convoy.lab.KafkaLayout;
import io.convoy.lab.KafkaTools;
import io.convoy.lab.KafkaWitness;
import io.convoy.lab.KafkaWitnessReport;
import io.convoy.lab.TestKafka;
import io.convoy.lab.TestLab;
import io.convoy.lab.TopicLoader;
import io.convoy.lab.TopicOrder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;

/**
 * Real Kafka clusters are moved by a whole Convoy, from the inventory file on, which is killed: one with a static quorum while
 * partitions move, one that shares a ZooKeeper between the fork and the cleaning of its copy.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Timeout(600)
class KafkaMigrationIT {

    // The server's lab is the test's, target/lab.
    private static final DemoPlace PLACE = new DemoPlace(Path.of("target").toAbsolutePath());
    private static final String BEFORE = TestKafka.SOURCE.bootstrapServers();

    private static TestConvoy convoy;
    private static KafkaWitness witness;

    @BeforeAll
    static void startClusterConvoyAndClients() throws Exception {
        TestLab.rest();
        TestKafka.discard();
        TestKafka.staticSource();
        TopicLoader.load(BEFORE, new TopicOrder("load", 2, 6, ByteSize.parse("24MiB")));
        KafkaWitness.createTopic(BEFORE, 3);
        PLACE.forgetServer();
        convoy = new TestConvoy(PLACE, TestKafka.SOURCE.cluster(), Map.of());
        convoy.importInventory(Path.of("inventory", "demo-kafka.yaml"));
        witness = KafkaWitness.start(BEFORE, 50);
    }

    @AfterAll
    static void endEverything() {
        witness.close();
        convoy.close();
        TestKafka.discard();
        ClicksAndViews.discard();
    }

    @Test
    @Order(1)
    void aConvoyThatIsKilledWhilePartitionsMoveGoesOnAndNoRecordIsLost() {
        convoy.approve(convoy.plan());
        convoy.startWave("kafka");
        String run = convoy.run(1);
        convoy.awaitStep(
                run, "move-partitions", step -> step.at("/progress/fraction").asDouble() > 0.1);
        convoy.kill();
        convoy.startAgain();

        convoy.awaitStep(run, "leave-clients", step -> detail(step).contains("consumer-witness-"));
        witness.cutOver(TestKafka.DESTINATION.bootstrapServers());
        JsonNode left =
                convoy.awaitStep(run, "leave-clients", step -> !detail(step).contains("since before"));
        convoy.confirm(run, left);
        convoy.confirm(run, convoy.awaitStep(run, "point-of-no-return", step -> true));
        JsonNode end = convoy.awaitEnd(run);

        assertThat(end.path("state").asText()).isEqualTo("SUCCEEDED");
        assertThat(TestConvoy.items(end.path("steps"))
                        .map(step -> step.path("kind").asText()))
                .contains("upgrade-quorum", "move-controllers");
        assertThat(convoy.auditIsIntact()).isTrue();
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(TestConvoy.items(convoy.status().path("nodes"))
                                .map(node -> node.path("lifecycle").asText()))
                        .containsExactlyInAnyOrder("DELETED", "DELETED", "DELETED", "RUNNING", "RUNNING", "RUNNING"));
        KafkaTools tools = KafkaTools.of(KafkaLayout.USUAL_VERSION, TestKafka.DESTINATION.bootstrapServers());
        assertThat(tools.objections(List.of(4, 5, 6))).isEmpty();
        assertThat(tools.quorum()).isEqualTo("4,5,6");
        witness.stop();
        KafkaWitnessReport report = witness.report();
        assertThat(report.acknowledged()).isGreaterThan(1_000);
        assertThat(report.flawless()).as(report.text()).isTrue();
    }

    @Test
    @Order(2)
    void aConvoyThatIsKilledBetweenForkAndCleanProvesTheSeparationAnewAndCleansTheCopy() {
        witness.close();
        TestKafka.discard();
        ClicksAndViews.discard();
        ClicksAndViews clusters = ClicksAndViews.start();
        KafkaWitness.createTopic(ClicksAndViews.before(), 1);
        witness = KafkaWitness.start(ClicksAndViews.before(), 50);
        convoy.turnTo(ClicksAndViews.CLICKS);
        convoy.importInventory(ClicksAndViews.inventory());

        convoy.approve(convoy.plan());
        convoy.startWave("zookeeper");
        String run = convoy.run(1);
        JsonNode asked =
                convoy.awaitStep(run, "leave-clients", step -> detail(step).contains("consumer-witness-"));
        witness.cutOver(ClicksAndViews.after());
        convoy.confirm(run, asked);
        JsonNode given = convoy.awaitStep(run, "point-of-no-return", step -> true);
        clusters.stopOldBroker();
        convoy.confirm(run, given);
        convoy.awaitStep(run, "clean-metadata", step -> true);
        convoy.kill();
        convoy.startAgain();
        JsonNode end = convoy.awaitEnd(run);

        assertThat(end.path("state").asText()).isEqualTo("SUCCEEDED");
        assertThat(evidence(end, "fork-metadata")).anyMatch(line -> line.contains("an ensemble of their own"));
        assertThat(evidence(end, "clean-metadata")).anyMatch(line -> line.contains("The two ensembles are separate"));
        assertThat(convoy.auditIsIntact()).isTrue();
        clusters.useBoth();
        KafkaWitnessReport report = witness.report();
        assertThat(report.flawless()).as(report.text()).isTrue();
    }

    private static List<String> evidence(JsonNode run, String kind) {
        return TestConvoy.items(run.path("steps"))
                .filter(step -> step.path("kind").asText().equals(kind))
                .flatMap(step -> TestConvoy.items(step.path("evidence")))
                .map(JsonNode::asText)
                .toList();
    }

    private static String detail(JsonNode step) {
        return step.at("/progress/detail").asText();
    }
}
