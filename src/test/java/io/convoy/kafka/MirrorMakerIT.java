package io.convoy.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.convoy.execution.Outcome;
import io.convoy.inventory.Access;
import io.convoy.inventory.Endpoint;
import io.convoy.lab.KafkaLayout;
import io.convoy.lab.LabNode;
import io.convoy.lab.LabProvisioner;
import io.convoy.lab.PairWitness;
import io.convoy.lab.TestLab;
import io.convoy.plan.ChangePlan;
import io.convoy.plan.GeneralStep.ProvisionNodes;
import io.convoy.plan.PlanForm;
import io.convoy.plan.TwoClusterStep.AwaitQuiet;
import io.convoy.plan.TwoClusterStep.AwaitWrites;
import io.convoy.plan.TwoClusterStep.FoundCluster;
import io.convoy.plan.TwoClusterStep.LeaveGroups;
import io.convoy.plan.TwoClusterStep.MakeTopics;
import io.convoy.plan.TwoClusterStep.MirrorTopics;
import io.convoy.plan.TwoClusterStep.ReadThere;
import io.convoy.plan.TwoClusterStep.TranslateGroups;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;

/** A real MirrorMaker carries a cluster's records and offsets to a second one; consumers follow, then producers. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Timeout(300)
class MirrorMakerIT {

    private static final KafkaLayout SOURCE = TestPair.SOURCE;
    private static final KafkaLayout DESTINATION = TestPair.DESTINATION;
    private static final String FROM = "dc_from";
    private static final String TO = "dc_to";
    private static final int HANDLED = 15;

    private static KafkaRig rig;
    private static LabSteps steps;
    private static ChangePlan plan;
    private static PairWitness witness;
    private static long announced;

    @BeforeAll
    static void startTheSourceAndItsClients() throws Exception {
        TestPair.startSource();
        TestPair.createTopic(PairWitness.TOPIC, 3, Map.of());
        TestPair.createTopic("paid", 1, Map.of());
        sendInTransactions("paid", 40);
        // Behind each record stands the mark of its transaction, which is not copied: offsets there are half as high.
        commit("paid", 2 * HANDLED);
        witness = PairWitness.start(SOURCE.bootstrapServers(), 100);
        rig = new KafkaRig(SOURCE, DESTINATION, MirrorMakerPlan.STRATEGY)
                .reachedBy(TestPair.LISTENERS.scram(SecuredListeners.LOGIN), Optional.of(everybody()));
        TwoClusterMove move = TwoClusterMove.of(MovingNodes.of(rig.cluster()), side(FROM));
        plan = MirrorMakerPlan.of("lab", move);
        steps = new LabSteps(plan, rig.cluster());
    }

    @AfterAll
    static void endEverything() {
        witness.close();
        rig.close();
        TestPair.discard();
    }

    @Test
    @Order(1)
    void aMirrorMakerIsStartedBesideASecondCluster() {
        assertThat(plan.isBlocked()).as("%s", plan.findings()).isFalse();
        steps.provide("provision-dc_to");
        rig.complete(new FoundClusterHandler(rig.links()), steps.apply("found-dc_to", FoundCluster.class));
        rig.complete(new MakeTopicsHandler(rig.links()), steps.apply("make-topics", MakeTopics.class));

        assertThat(PlanForm.yaml(plan))
                .contains("ScramLoginModule", "${directory:")
                .doesNotContain(SecuredListeners.PASSWORD);
        steps.provide("start-mirror");

        MirrorTopics step = steps.apply("mirror-topics", MirrorTopics.class);
        rig.complete(mirror(), step);
    }

    @Test
    @Order(2)
    void aMirrorMakerThatDiesIsStartedAgain() {
        TranslateGroups step = steps.apply("follow-groups", TranslateGroups.class);
        node().kill();

        Outcome outcome = rig.until(groups(), step, any -> true);
        rig.complete(groups(), step);

        assertThat(outcome).isInstanceOfSatisfying(Outcome.Waiting.class, waiting -> assertThat(
                        waiting.progress().detail())
                .contains("MirrorMaker does not run, it is started again"));
        assertThat(node().isRunning()).isTrue();
    }

    @Test
    @Order(3)
    void aGroupThatHasStoppedFindsItsPlaceAndReadsNothingTwiceThatItCouldKnow() {
        LeaveGroups stopped = steps.apply("stopped-dc_from", LeaveGroups.class);
        rig.until(new LeaveGroupsHandler(rig.links()), stopped, Outcome.Blocked.class::isInstance);
        witness.leaveFirst();
        rig.until(new LeaveGroupsHandler(rig.links()), stopped, Outcome.Done.class::isInstance);

        List<String> evidence = rig.complete(groups(), steps.apply("translate-groups", TranslateGroups.class));

        System.out.println(evidence);
        announced = evidence.stream()
                .filter(line -> line.startsWith("witness"))
                .mapToLong(line -> Long.parseLong(line.replaceAll(".* with (\\d+) records.*", "$1")))
                .sum();
        assertThat(evidence).anyMatch(line -> line.startsWith("witness: goes on in 3 partitions"));
        GroupState group = side(TO).reading().group("paid").orElseThrow();
        assertThat(group.committed().get(new PartitionId("paid", 0)))
                .as("not beyond the records that were handled, and not at the beginning")
                .isBetween(1L, (long) HANDLED);
    }

    @Test
    @Order(4)
    void consumersGoOverAndAreSeenThere() {
        ReadThere step = steps.apply("read-there", ReadThere.class);
        assertThat(step.groups()).containsExactly(PairWitness.GROUP);
        ReadThereHandler handler = new ReadThereHandler(rig.links());
        assertThat(rig.until(handler, step, Outcome.Blocked.class::isInstance).toString())
                .contains("witness (no live member)");

        witness.readToo(DESTINATION.bootstrapServers());

        rig.until(handler, step, Outcome.Done.class::isInstance);
    }

    @Test
    @Order(5)
    void producersGoOverAndTheLastRecordIsCopied() {
        witness.sendTo(DESTINATION.bootstrapServers());
        rig.complete(new AwaitQuietHandler(rig.links()), new AwaitQuiet(FROM, Duration.ofSeconds(3)));

        assertThat(rig.complete(mirror(), steps.apply("mirror-last-records", MirrorTopics.class)))
                .containsExactly("MirrorMaker has copied all 4 partitions of dc_from to their ends");

        rig.complete(new AwaitWritesHandler(rig.links()), steps.apply("arriving-dc_to", AwaitWrites.class));
    }

    @Test
    @Order(6)
    void theMirrorAndTheSourceGo() {
        rig.complete(new LeaveGroupsHandler(rig.links()), steps.apply("leave-dc_from", LeaveGroups.class));

        steps.retire("stop-mirror");
        steps.retire("retire-dc_from");
    }

    @Test
    @Order(7)
    void everyRecordIsInTheDestinationAndWasDelivered() {
        witness.stop();
        List<PairWitness.Holding> topic = List.of(witness.holding(DESTINATION.bootstrapServers()));
        PairWitness.Report report = witness.report(topic);

        System.out.println(report.text());
        assertThat(report.acknowledged()).isGreaterThan(500);
        assertThat(report.lost()).as(witness.lacking(topic)).isZero();
        assertThat(report.undelivered()).isZero();
        assertThat(report.errors()).isZero();
        assertThat(report.duplicated())
                .as("what was copied in the seconds before MirrorMaker was killed, and not noted yet")
                .isLessThanOrEqualTo(500);
        assertThat(report.redelivered())
                .as(
                        "what was announced, and what MirrorMaker had not copied yet when it was counted: some seconds' records")
                .isLessThanOrEqualTo(announced + 500);
    }

    /** The new cluster asks nobody who is there. */
    private static Access everybody() {
        return new Access(
                DESTINATION.addresses().stream()
                        .map(address -> new Endpoint(address, MovingNodes.PORT))
                        .toList(),
                Optional.empty(),
                Optional.empty());
    }

    private static MirrorTopicsHandler mirror() {
        return new MirrorTopicsHandler(rig.links(), keeper());
    }

    private static TranslateGroupsHandler groups() {
        return new TranslateGroupsHandler(rig.links(), keeper());
    }

    private static MirrorKeeper keeper() {
        LabProvisioner provisioner = TestLab.provisioner();
        return new MirrorKeeper(() -> provisioner);
    }

    private static LabNode node() {
        ProvisionNodes step = steps.apply("start-mirror", ProvisionNodes.class);
        return TestLab.lab()
                .directory()
                .node(rig.cluster().name().value(), step.nodes().get(0).name())
                .orElseThrow();
    }

    private static LiveSide side(String datacenter) {
        return rig.links().side(rig.cluster(), datacenter);
    }

    private static void sendInTransactions(String topic, int records) {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", SOURCE.bootstrapServers(), "transactional.id", topic);
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.initTransactions();
            for (int record = 0; record < records; record++) {
                producer.beginTransaction();
                var unused = producer.send(
                        new ProducerRecord<>(topic, 0, null, ("record " + record).getBytes(StandardCharsets.UTF_8)));
                producer.commitTransaction();
            }
        }
    }

    private static void commit(String topic, long handled) throws Exception {
        try (Admin admin = TestPair.admin(SOURCE)) {
            admin.alterConsumerGroupOffsets(topic, Map.of(new TopicPartition(topic, 0), new OffsetAndMetadata(handled)))
                    .all()
                    .get();
        }
    }
}
