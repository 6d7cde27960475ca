package io.convoy.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.convoy.base.ByteSize;
import io.convoy.base.ClusterName;
import io.convoy.base.SecretReference;
import io.convoy.execution.Outcome;
import io.convoy.inventory.Endpoint;
import io.convoy.inventory.KafkaMetadata;
import io.convoy.inventory.KafkaMetadata.Mode;
import io.convoy.lab.KafkaLayout;
import io.convoy.lab.KafkaWitness;
import io.convoy.lab.KafkaWitnessReport;
import io.convoy.lab.LabCluster;
import io.convoy.lab.LabNode;
import io.convoy.lab.LabProvisioner;
import io.convoy.lab.TestLab;
import io.convoy.lab.TopicLoader;
import io.convoy.lab.TopicOrder;
import io.convoy.lab.ZooKeeperLayout;
import io.convoy.plan.ChangePlan;
import io.convoy.plan.GeneralStep.ProvisionNodes;
import io.convoy.plan.KafkaStep.CheckPartitions;
import io.convoy.plan.KafkaStep.CleanMetadata;
import io.convoy.plan.KafkaStep.ForkMetadata;
import io.convoy.plan.KafkaStep.JoinBrokers;
import io.convoy.plan.KafkaStep.JoinObservers;
import io.convoy.plan.KafkaStep.LeaveBrokers;
import io.convoy.plan.KafkaStep.LeaveClients;
import io.convoy.plan.KafkaStep.MovePartitions;
import io.convoy.plan.KafkaStep.NameClients;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.zookeeper.CreateMode;
import org.apache.zookeeper.ZooDefs;
import org.apache.zookeeper.ZooKeeper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A real cluster whose metadata is in a ZooKeeper that it shares with another cluster is taken over by new brokers, and its
 * metadata by ZooKeeper servers of its own, while records are written and read.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Timeout(300)
class ZooKeeperMoveIT {

    private static final ZooKeeperLayout ENSEMBLE =
            new ZooKeeperLayout(new ClusterName("shared"), "dc_old", "127.31.9", 1);
    private static final List<Endpoint> NEW_SERVERS = List.of(
            new Endpoint("127.31.3.1", 2181), new Endpoint("127.31.3.2", 2181), new Endpoint("127.31.3.3", 2181));
    private static final String CHROOT = "/clicks";
    private static final KafkaLayout SOURCE = KafkaLayout.first("clicks", "dc_old", "127.31.1", 2)
            .withSettings(replicated(2))
            .withJmx()
            .onZooKeeper(connect(CHROOT));
    private static final KafkaLayout DESTINATION = KafkaLayout.first("clicks", "dc_new", "127.31.2", 2)
            .withSettings(replicated(2))
            .onZooKeeper(connect(CHROOT));
    private static final KafkaLayout NEIGHBOUR = KafkaLayout.first("views", "dc_old", "127.31.8", 1)
            .withSettings(replicated(1))
            .onZooKeeper(connect("/views"));

    private static final String MISSED_BY_THE_KEEPER = CHROOT + "/missed-by-the-keeper";
    private static final String MISSED_BY_ANOTHER = CHROOT + "/missed-by-another";

    private static KafkaRig rig;
    private static LabSteps steps;
    private static LabCluster neighbour;
    private static KafkaWitness witness;
    private static int neighboursZnodes;

    private static Map<String, String> replicated(int times) {
        String factor = Integer.toString(times);
        return Map.of(
                "default.replication.factor", factor,
                "min.insync.replicas", "1",
                "offsets.topic.replication.factor", factor,
                "transaction.state.log.replication.factor", factor,
                "transaction.state.log.min.isr", "1");
    }

    private static String connect(String chroot) {
        return ENSEMBLE.endpoints().get(0) + chroot;
    }

    @BeforeAll
    static void startTheSourceItsNeighbourAndItsClients() {
        TestLab.rest();
        discard();
        TestLab.lab().zookeeper(ENSEMBLE.cluster(), ENSEMBLE.orders()).start();
        TestLab.lab().kafka(SOURCE.cluster(), SOURCE.orders()).start();
        neighbour = TestLab.lab().kafka(NEIGHBOUR.cluster(), NEIGHBOUR.orders());
        neighbour.start();
        TopicLoader.load(NEIGHBOUR.bootstrapServers(), new TopicOrder("seen", 8, 1, ByteSize.parse("1MiB")));
        TopicLoader.load(SOURCE.bootstrapServers(), new TopicOrder("load", 2, 2, ByteSize.parse("8MiB")));
        KafkaWitness.createTopic(SOURCE.bootstrapServers(), 2);
        witness = KafkaWitness.start(SOURCE.bootstrapServers(), 100);
        rig = new KafkaRig(
                SOURCE,
                DESTINATION,
                SharedClusterPlan.STRATEGY,
                new KafkaMetadata(
                        Mode.ZOOKEEPER, ENSEMBLE.endpoints(), Optional.of(CHROOT), List.of(new ClusterName("views"))),
                NEW_SERVERS);
        ChangePlan plan = SharedClusterPlan.of("lab", rig.move());
        assertThat(plan.isBlocked()).as("%s", plan.findings()).isFalse();
        steps = new LabSteps(plan, rig.cluster());
    }

    @AfterAll
    static void endEverything() {
        witness.close();
        rig.close();
        discard();
    }

    private static void discard() {
        List<String> own = List.of("shared", "clicks", "views");
        TestLab.lab().directory().nodes().stream()
                .filter(node -> own.contains(node.description().cluster()))
                .forEach(LabNode::retire);
    }

    @Test
    @Order(1)
    void newServersObserveAndNewBrokersUseOnlyThem() {
        rig.complete(new CheckPartitionsHandler(rig.links()), steps.apply("check-partitions", CheckPartitions.class));
        steps.provide("provision-zookeeper");
        rig.complete(new JoinObserversHandler(), steps.apply("join-zookeeper", JoinObservers.class));
        steps.provide("provision-dc_new");

        rig.complete(new JoinBrokersHandler(rig.links()), steps.apply("join-dc_new", JoinBrokers.class));

        assertThat(rig.look().brokers()).hasSize(4);
        assertThat(steps.apply("provision-dc_new", ProvisionNodes.class)
                        .settings()
                        .get("zookeeper.connect"))
                .doesNotContain(ENSEMBLE.endpoints().get(0).host());
    }

    @Test
    @Order(2)
    void partitionsMoveThereAndBackAndThereAgain() {
        MovePartitionsHandler mover = rig.mover();
        witness.phase("moving");
        rig.complete(mover, steps.apply("move-partitions", MovePartitions.class));
        witness.phase("rolling back");
        rig.complete(mover, steps.undo("move-partitions", MovePartitions.class));
        witness.phase("moving again");

        rig.complete(mover, steps.apply("move-partitions", MovePartitions.class));

        assertThat(rig.look().partitions())
                .allSatisfy(partition ->
                        assertThat(partition.replicas().assigned()).allMatch(broker -> broker.value() > 2));
    }

    @Test
    @Order(3)
    void theForkIsRefusedWhileAnOldBrokerLivesAlsoWhenAnObserverStandsStill() {
        ForkMetadata step = steps.apply("fork-zookeeper", ForkMetadata.class);
        LabNode still = server(step, 2);
        still.freeze();

        Outcome outcome = rig.until(fork(), step, any -> true);

        still.thaw();
        assertThat(still.isRunning()).isTrue();
        assertThat(outcome).isInstanceOfSatisfying(Outcome.Blocked.class, blocked -> assertThat(blocked.reason())
                .contains("[1, 2] are alive"));
    }

    @Test
    @Order(4)
    void aCleaningIsRefusedWhileTheNewServersObserveAndTheSourceIsNotTouched() {
        int before = znodes(ENSEMBLE.endpoints(), "/views");

        Outcome outcome =
                rig.until(new CleanMetadataHandler(), steps.apply("clean-zookeeper", CleanMetadata.class), any -> true);

        assertThat(outcome).isInstanceOfSatisfying(Outcome.Failed.class, failed -> {
            assertThat(failed.retryable()).isFalse();
            assertThat(failed.reason()).contains("has heard of what was written");
        });
        assertThat(before).isGreaterThan(20);
        assertThat(znodes(ENSEMBLE.endpoints(), "/views")).isEqualTo(before);
        neighboursZnodes = before;
    }

    @Test
    @Order(5)
    void clientsThatKnowTheOldBrokersAreFoundByName() {
        witness.phase("cutover");
        rig.complete(new NameClientsHandler(rig.links()), steps.apply("name-clients", NameClients.class));
        LeaveClients step = steps.apply("cutover", LeaveClients.class);
        BrokerBeans beans = new BrokerBeans();
        LeaveClientsHandler proof = new LeaveClientsHandler(rig.links(), beans);

        rig.until(proof, step, says("of group witness at 127.0.0.1, which runs since before"));
        OldClients.write(SOURCE.bootstrapServers(), "load-1");
        rig.goOn(proof, step, says("client id unconfigured asks dc-old-"));
        witness.cutOver(DESTINATION.bootstrapServers());
        rig.goOn(proof, step, says("which runs since before").negate());
        rig.complete(new NameClientsHandler(rig.links()), steps.apply("forget-clients", NameClients.class));
        beans.close();
    }

    private static Predicate<Outcome> says(String words) {
        return outcome -> outcome instanceof Outcome.Waiting waiting
                && waiting.progress().detail().contains(words);
    }

    @Test
    @Order(6)
    void theOldBrokersLeave() {
        witness.phase("retirement");
        steps.retire("retire-dc_old");

        rig.complete(new LeaveBrokersHandler(rig.links()), steps.apply("leave-dc_old", LeaveBrokers.class));

        assertThat(rig.look().brokers())
                .extracting(broker -> broker.id().value())
                .containsExactly(3, 4);
    }

    @Test
    @Order(7)
    void nothingIsStoppedWhileTheServerLagsThatIsToKeepWhatAllHaveSeen() throws Exception {
        witness.phase("fork");
        ForkMetadata step = steps.apply("fork-zookeeper", ForkMetadata.class);
        LabNode keeper = server(step, 0);
        keeper.freeze();
        write(MISSED_BY_THE_KEEPER);

        Outcome outcome = rig.until(fork(), step, any -> true);

        keeper.thaw();
        assertThat(outcome).isInstanceOfSatisfying(Outcome.Blocked.class, blocked -> assertThat(blocked.reason())
                .contains(NEW_SERVERS.get(0) + ", which is to keep what all have seen"));
        assertThat(stopped()).isZero();
    }

    @Test
    @Order(8)
    void theNewServersBecomeAnEnsembleOfTheirOwnThoughOneHasLaggedBehindAndConvoyDiesInTheMiddle() throws Exception {
        ForkMetadata step = steps.apply("fork-zookeeper", ForkMetadata.class);
        LabNode lagging = server(step, 2);
        lagging.freeze();
        write(MISSED_BY_ANOTHER);
        lagging.kill();
        rig.until(fork(), step, outcome -> stopped() >= 2);

        List<String> evidence = rig.complete(fork(), step);

        assertThat(evidence).anyMatch(line -> line.contains("ensemble of their own"));
        assertThat(NEW_SERVERS).allSatisfy(server -> {
            assertThat(ServerWords.state(server).votes()).isTrue();
            assertThat(znodes(List.of(server), MISSED_BY_THE_KEEPER)).isOne();
            assertThat(znodes(List.of(server), MISSED_BY_ANOTHER)).isOne();
        });
    }

    @Test
    @Order(9)
    void whatBelongsToTheNeighbourIsDeletedOnTheCopyOnly() {
        witness.phase("clean");

        List<String> evidence =
                rig.complete(new CleanMetadataHandler(), steps.apply("clean-zookeeper", CleanMetadata.class));

        assertThat(evidence).anyMatch(line -> line.contains("separate")).anyMatch(line -> line.contains("[/views]"));
        assertThat(znodes(NEW_SERVERS, "/views")).isZero();
        assertThat(znodes(ENSEMBLE.endpoints(), "/views")).isEqualTo(neighboursZnodes);
        TopicLoader.load(NEIGHBOUR.bootstrapServers(), new TopicOrder("still-here", 1, 1, ByteSize.parse("1MiB")));
    }

    @Test
    @Order(10)
    void theClusterIsWholeOnItsOwnEnsembleAndNoRecordWasLostDoubledOrPutOutOfOrder() {
        TopicLoader.load(DESTINATION.bootstrapServers(), new TopicOrder("after", 2, 2, ByteSize.parse("1MiB")));
        witness.stop();
        KafkaWitnessReport report = witness.report();

        System.out.println(report.text());
        assertThat(report.acknowledged()).isGreaterThan(1_000);
        assertThat(report.flawless()).as(report.text()).isTrue();
    }

    @Test
    @Order(11)
    void theOldEnsembleSaysThatItWouldNotHandItsVotesOver(@TempDir Path folder) throws IOException {
        Path login = Files.writeString(folder.resolve("login"), "super:never-to-be-seen");

        try (EnsembleAdmin admin = EnsembleAdmin.of(ENSEMBLE.endpoints(), new SecretReference("file:" + login))) {
            assertThat(admin.objection()).hasValueSatisfying(objection -> assertThat(objection.reason())
                    .contains("does not reconfigure"));
        }
    }

    /** Of a Convoy that has just been started. */
    private static ForkMetadataHandler fork() {
        LabProvisioner provisioner = TestLab.provisioner();
        return new ForkMetadataHandler(() -> provisioner, rig.links());
    }

    private static long stopped() {
        return NEW_SERVERS.stream()
                .filter(server -> ServerWords.state(server).is(ServerState.Condition.SILENT))
                .count();
    }

    private static LabNode server(ForkMetadata step, int number) {
        return TestLab.lab()
                .directory()
                .node(rig.cluster().name().value(), step.servers().get(number).node())
                .orElseThrow();
    }

    /** In the old ensemble, which tells those of the new servers that listen. */
    private static void write(String path) throws Exception {
        ZooKeeper client = new ZooKeeper(ENSEMBLE.endpoints().get(0).toString(), 15_000, event -> {});
        try {
            client.create(path, new byte[0], ZooDefs.Ids.OPEN_ACL_UNSAFE, CreateMode.PERSISTENT);
        } finally {
            client.close();
        }
    }

    private static int znodes(List<Endpoint> servers, String path) {
        try (MetadataTree tree = MetadataTree.of(servers)) {
            tree.sync();
            return tree.count(path);
        }
    }
}
