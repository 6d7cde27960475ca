package io.convoy.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.convoy.base.ByteSize;
import io.convoy.inventory.Endpoint;
import io.convoy.inventory.ImportFormat;
import io.convoy.inventory.InventoryReader;
import io.convoy.inventory.KafkaCluster;
import io.convoy.inventory.KafkaMetadata;
import io.convoy.kafka.KafkaView.LiveBroker;
import io.convoy.kafka.ServerState.Condition;
import io.convoy.plan.ChangePlan;
import io.convoy.plan.Finding;
import io.convoy.plan.GeneralStep.PointOfNoReturn;
import io.convoy.plan.GeneralStep.ProvisionNodes;
import io.convoy.plan.PlanForm;
import io.convoy.plan.PlanMarkdown;
import io.convoy.plan.PlannedServer;
import io.convoy.plan.PlannedStep;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Planning of a shared cluster whose metadata is in ZooKeeper; the sample {@code changeplans/demo/clicks} is what the planner makes
 * today. After a change of the planner write it anew: {@code ./mvnw test -Dquick -Dtest=ZooKeeperPlanTest
 * -Dconvoy.samples.write=true}.
 */
class ZooKeeperPlanTest {

    private static final Path FOLDER = Path.of("changeplans", "demo");
    private static final String ONE_VOTER = "server.1=127.31.9.1:2888:3888:participant;127.31.9.1:2181\nversion=0";

    @BeforeAll
    static void writeAnewWhenAsked() throws IOException {
        if (Boolean.getBoolean("convoy.samples.write")) {
            Files.writeString(FOLDER.resolve("clicks.yaml"), PlanForm.yaml(planned()));
            Files.writeString(FOLDER.resolve("clicks.md"), PlanMarkdown.of(planned()));
        }
    }

    @Test
    void theSampleIsWhatThePlannerMakesToday() {
        assertThat(FOLDER.resolve("clicks.yaml")).content().isEqualTo(PlanForm.yaml(planned()));
        assertThat(FOLDER.resolve("clicks.md")).content().isEqualTo(PlanMarkdown.of(planned()));
        assertThat(planned().isBlocked()).as("%s", planned().findings()).isFalse();
    }

    @Test
    void theStepsGoFromObserversToASeparateEnsemble() {
        assertThat(planned().steps())
                .extracting(step -> step.apply().tag())
                .containsExactly(
                        "check-partitions",
                        "provision-nodes",
                        "join-observers",
                        "provision-nodes",
                        "join-brokers",
                        "move-partitions",
                        "name-clients",
                        "leave-clients",
                        "name-clients",
                        "point-of-no-return",
                        "retire-nodes",
                        "leave-brokers",
                        "fork-metadata",
                        "clean-metadata");
    }

    @Test
    void whatChangesSomethingBeforeThePointOfNoReturnCanBeTakenBack() {
        assertThat(planned().steps().stream().takeWhile(step -> !(step.apply() instanceof PointOfNoReturn)))
                .filteredOn(step -> step.undo().step().isEmpty())
                .extracting(step -> step.apply().tag())
                .containsExactly("check-partitions", "join-observers", "join-brokers", "name-clients");
    }

    @Test
    void newBrokersInheritWhatTheOldOnesFileSaysButForWhatIsEachOnesOwn() {
        assertThat(planned().steps())
                .extracting(PlannedStep::apply)
                .filteredOn(step ->
                        step instanceof ProvisionNodes nodes && nodes.software().equals("kafka"))
                .singleElement()
                .isInstanceOfSatisfying(ProvisionNodes.class, step -> assertThat(step.settings())
                        .containsEntry("default.replication.factor", "3")
                        .containsEntry("inter.broker.listener.name", "PLAINTEXT")
                        .containsEntry("zookeeper.connect", "127.31.3.1:2181,127.31.3.2:2181,127.31.3.3:2181/clicks")
                        .doesNotContainKeys("log.dirs", "listeners", "broker.rack"));
    }

    @Test
    void sessionsOfNewBrokersOutliveTheForkHoweverShortTheOldOnesWere() {
        assertThat(session(Map.of())).isEqualTo("18000");
        assertThat(session(Map.of("zookeeper.session.timeout.ms", "6000"))).isEqualTo("18000");
        assertThat(session(Map.of("zookeeper.session.timeout.ms", "30000"))).isEqualTo("30000");
    }

    private static @Nullable String session(Map<String, String> oldFile) {
        SharedClusterMove move = move(Condition.LEADER);
        return BrokerSettings.of(new SharedClusterMove(
                        move.nodes(),
                        move.observed(),
                        move.quorum(),
                        move.zookeeper(),
                        new BrokerFile(oldFile, Set.of()),
                        move.ingest()))
                .get("zookeeper.session.timeout.ms");
    }

    @Test
    void anEnsembleThatCannotBeJoinedBlocksWithARemedy() {
        assertBlocked(Condition.STANDALONE, "standalone");
        assertBlocked(Condition.LOOKING, "do not vote");
        assertBlocked(Condition.SILENT, "do not vote");
    }

    private static void assertBlocked(Condition condition, String because) {
        assertThat(SharedClusterPlan.of("demo", move(condition)).findings())
                .filteredOn(finding -> finding.severity() == Finding.Severity.BLOCKER)
                .anySatisfy(finding -> {
                    assertThat(finding.message()).contains(because);
                    assertThat(finding.remedy()).isNotBlank();
                });
    }

    @Test
    void anEnsembleThatMayBeReconfiguredHandsItsVotesOverAndNothingIsForkedOrDeleted() {
        Promotion possible = new Promotion(List.of(new PlannedServer(1, "zookeeper-1", "127.31.9.1:2181")), List.of());
        ChangePlan plan = SharedClusterPlan.of("demo", alone(possible));

        assertThat(plan.isBlocked()).as("%s", plan.findings()).isFalse();
        assertThat(plan.steps())
                .extracting(step -> step.apply().tag())
                .endsWith("retire-nodes", "leave-brokers", "promote-metadata", "retire-nodes", "leave-servers");
        assertThat(step(plan, "promote-metadata").why()).contains("serves this cluster only");
        assertThat(step(plan, "promote-metadata").undo().step()).isEmpty();
        assertThat(plan.findings())
                .anyMatch(finding -> finding.message().contains("127.31.9.1:2181 give up their votes"));
        assertThat(PlanMarkdown.of(plan)).contains("reconfigEnabled=true");
    }

    @Test
    void aForkThatCouldHaveBeenAHandingOverSaysWhyItIsNoneAndWhatWouldMakeItOne() {
        ChangePlan plan = SharedClusterPlan.of(
                "demo", alone(new Promotion(List.of(), List.of(new Objection("Nobody may", "Let somebody.")))));

        assertThat(step(plan, "fork-metadata").why()).contains("Nobody may");
        assertThat(plan.findings()).anySatisfy(finding -> {
            assertThat(finding.message()).contains("Nobody may");
            assertThat(finding.remedy()).isEqualTo("Let somebody.");
        });
        assertThat(PlanMarkdown.of(plan)).doesNotContain("reconfigEnabled");
    }

    private static PlannedStep step(ChangePlan plan, String tag) {
        return plan.steps().stream()
                .filter(step -> step.apply().tag().equals(tag))
                .findFirst()
                .orElseThrow();
    }

    /** The same in an ensemble that nobody shares. */
    private static SharedClusterMove alone(Promotion promotion) {
        SharedClusterMove move = move(Condition.LEADER);
        MetadataServers servers = move.zookeeper().orElseThrow();
        KafkaMetadata source = servers.source();
        return new SharedClusterMove(
                move.nodes(),
                move.observed(),
                move.quorum(),
                Optional.of(new MetadataServers(
                        servers.cluster(),
                        new KafkaMetadata(source.mode(), source.servers(), source.chroot(), List.of()),
                        servers.targets(),
                        servers.seen(),
                        promotion)),
                move.inherited(),
                move.ingest());
    }

    private static ChangePlan planned() {
        return SharedClusterPlan.of("demo", move(Condition.LEADER));
    }

    private static SharedClusterMove move(Condition condition) {
        KafkaCluster clicks = clicks();
        Endpoint server = clicks.metadata().orElseThrow().servers().get(0);
        EnsembleView seen = new EnsembleView(
                EnsembleConfig.parse(ONE_VOTER), List.of(new ServerState(server, condition, Optional.of("3.8.4"))));
        return new SharedClusterMove(
                MovingNodes.of(clicks),
                Optional.of(new KafkaView("cluster", brokers(), List.of(PaymentsView.partition(0, 1, 2, 3)))),
                Optional.empty(),
                Optional.of(new MetadataServers(
                        clicks.name(),
                        clicks.metadata().orElseThrow(),
                        clicks.target().orElseThrow().zookeeperServers(),
                        seen,
                        Promotion.byInventory(clicks.metadata().orElseThrow()))),
                new BrokerFile(
                        Map.of(
                                "broker.rack", "kafka_old-r1",
                                "default.replication.factor", "3",
                                "inter.broker.listener.name", "PLAINTEXT",
                                "listeners", "PLAINTEXT://127.31.1.1:9092",
                                "log.dirs", "/data",
                                "zookeeper.connect", "127.31.9.1:2181/clicks"),
                        Set.of()),
                Ingest.UNKNOWN);
    }

    private static List<LiveBroker> brokers() {
        return IntStream.rangeClosed(1, 3)
                .mapToObj(id -> new LiveBroker(
                        new BrokerId(id),
                        "127.31.1." + id,
                        MovingNodes.PORT,
                        Optional.of("kafka_old-r" + (id == 2 ? 2 : 1))))
                .toList();
    }

    private static KafkaCluster clicks() {
        try {
            byte[] file = Files.readAllBytes(Path.of("inventory", "demo.yaml"));
            return new InventoryReader(ByteSize.parse("1MiB"))
                    .read(file, ImportFormat.YAML, "demo").clusters().stream()
                            .filter(KafkaCluster.class::isInstance)
                            .map(KafkaCluster.class::cast)
                            .findFirst()
                            .orElseThrow();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
