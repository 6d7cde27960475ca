package io.convoy.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.convoy.execution.Outcome;
import io.convoy.lab.KafkaLayout;
import io.convoy.lab.PairWitness;
import io.convoy.plan.ChangePlan;
import io.convoy.plan.TwoClusterStep.AwaitQuiet;
import io.convoy.plan.TwoClusterStep.AwaitWrites;
import io.convoy.plan.TwoClusterStep.DrainTopics;
import io.convoy.plan.TwoClusterStep.DropTopics;
import io.convoy.plan.TwoClusterStep.FoundCluster;
import io.convoy.plan.TwoClusterStep.LeaveGroups;
import io.convoy.plan.TwoClusterStep.MakeTopics;
import io.convoy.plan.TwoClusterStep.ReadBoth;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

/** The clients of a real cluster leave it for a second one, which Convoy founds; every record is read, none is copied. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Timeout(300)
class DrainOutIT {

    private static final KafkaLayout SOURCE = TestPair.SOURCE;
    private static final KafkaLayout DESTINATION = TestPair.DESTINATION;
    private static final Duration APART = Duration.ofSeconds(3);
    private static final String FROM = "dc_from";
    private static final String TO = "dc_to";

    private static KafkaRig rig;
    private static LabSteps steps;
    private static ChangePlan plan;
    private static PairWitness witness;
    private static final List<PairWitness.Holding> LEFT = new ArrayList<>();

    @BeforeAll
    static void startTheSourceAndItsClients() throws Exception {
        TestPair.startSource();
        TestPair.createTopic(PairWitness.TOPIC, 3, Map.of("retention.ms", "123456789", "max.message.bytes", "654321"));
        TestPair.createTopic("table", 2, Map.of("cleanup.policy", "compact"));
        TestPair.createTopic("paid", 1, Map.of());
        sendInOneTransaction("paid", 5);
        witness = PairWitness.start(SOURCE.bootstrapServers(), 100);
        rig = new KafkaRig(SOURCE, DESTINATION, DrainOutPlan.STRATEGY);
        TwoClusterMove move = TwoClusterMove.of(MovingNodes.of(rig.cluster()), source());
        plan = DrainOutPlan.of("lab", move);
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
    void thePlanSaysWhatIsGivenUpAndHasNothingAgainstIt() {
        assertThat(plan.isBlocked()).as("%s", plan.findings()).isFalse();
        assertThat(plan.findings())
                .extracting(finding -> finding.subject())
                .contains("order", "transactions", "compacted topics", "readers");
    }

    @Test
    @Order(2)
    void aSecondClusterIsFoundedWithTheSameTopics() throws Exception {
        steps.provide("provision-dc_to");
        rig.complete(new FoundClusterHandler(rig.links()), steps.apply("found-dc_to", FoundCluster.class));

        rig.complete(new MakeTopicsHandler(rig.links()), steps.apply("make-topics", MakeTopics.class));

        assertThat(destination().look().clusterId())
                .isNotEqualTo(source().look().clusterId());
        assertThat(destination().topics()).isEqualTo(source().topics());
        assertThat(destination().topics())
                .filteredOn(topic -> topic.name().equals(PairWitness.TOPIC))
                .singleElement()
                .satisfies(topic -> assertThat(topic.settings())
                        .containsEntry("retention.ms", "123456789")
                        .containsEntry("max.message.bytes", "654321"));
    }

    @Test
    @Order(3)
    void emptyTopicsAreTakenBackAndMadeAnew() {
        rig.complete(new DropTopicsHandler(rig.links()), steps.undo("make-topics", DropTopics.class));
        assertThat(destination().topics()).isEmpty();

        rig.complete(new MakeTopicsHandler(rig.links()), steps.apply("make-topics", MakeTopics.class));
    }

    @Test
    @Order(4)
    void nothingGoesOnUntilEveryGroupReadsBoth() {
        ReadBothHandler handler = new ReadBothHandler(rig.links());
        ReadBoth step = steps.apply("read-both", ReadBoth.class);
        assertThat(rig.until(handler, step, Outcome.Blocked.class::isInstance))
                .isInstanceOfSatisfying(Outcome.Blocked.class, outcome -> assertThat(outcome.reason())
                        .contains("witness (no live member there)"));

        witness.readToo(DESTINATION.bootstrapServers());

        rig.until(handler, step, Outcome.Done.class::isInstance);
    }

    @Test
    @Order(5)
    void aProducerThatStaysBehindIsSeen() {
        AwaitQuietHandler handler = new AwaitQuietHandler(rig.links());
        AwaitQuiet step = new AwaitQuiet(FROM, APART);
        rig.until(
                handler,
                step,
                outcome -> outcome instanceof Outcome.Waiting waiting
                        && waiting.progress().detail().contains("still write to dc_from: topics witness"));

        witness.sendTo(DESTINATION.bootstrapServers());

        rig.complete(handler, step);
        rig.complete(new AwaitWritesHandler(rig.links()), steps.apply("arriving-dc_to", AwaitWrites.class));
    }

    @Test
    @Order(6)
    void recordsThatNobodyHasReadAreNeverDropped() throws Exception {
        try (KafkaProducer<byte[], byte[]> producer = producer(DESTINATION, Map.of())) {
            producer.send(new ProducerRecord<>("table", 0, bytes("k"), bytes("v")))
                    .get();
        }

        assertThat(rig.until(
                        new DropTopicsHandler(rig.links()),
                        steps.undo("make-topics", DropTopics.class),
                        outcome -> !(outcome instanceof Outcome.Waiting)))
                .isInstanceOfSatisfying(Outcome.Failed.class, outcome -> assertThat(outcome.reason())
                        .contains("table-0"));
        assertThat(destination().topics()).hasSize(3);
    }

    @Test
    @Order(7)
    void theSourceIsDrainedWhenTheLastGroupHasReadItsEndWhateverMarksTransactionsLeave() throws Exception {
        commit("slow", 2);
        DrainTopicsHandler handler = new DrainTopicsHandler(rig.links());
        DrainTopics step = new DrainTopics(FROM, APART);
        rig.until(
                handler,
                step,
                outcome -> outcome instanceof Outcome.Waiting waiting
                        && waiting.progress().parts().stream()
                                .anyMatch(part -> part.name().equals("slow")
                                        && part.detail()
                                                .startsWith("lags by 4 in 1 partitions and has no live member")));

        // As an application does that commits each record it handled: the transaction's mark behind it is never
        // committed.
        commit("slow", 5);

        assertThat(rig.complete(handler, step)).anyMatch(line -> line.startsWith("witness: read to the end of 3"));
    }

    @Test
    @Order(8)
    void theSourceIsRetiredWhenItsReadersHaveLeft() {
        LeaveGroupsHandler handler = new LeaveGroupsHandler(rig.links());
        LeaveGroups step = steps.apply("leave-dc_from", LeaveGroups.class);
        assertThat(rig.until(handler, step, Outcome.Blocked.class::isInstance).toString())
                .contains("witness (1 members)");
        witness.leaveFirst();
        rig.until(handler, step, Outcome.Done.class::isInstance);
        LEFT.add(witness.holding(SOURCE.bootstrapServers()));

        steps.retire("retire-dc_from");
    }

    @Test
    @Order(9)
    void noRecordWasLostOrDoubled() {
        witness.stop();
        List<PairWitness.Holding> topics = new ArrayList<>(LEFT);
        topics.add(witness.holding(DESTINATION.bootstrapServers()));
        PairWitness.Report report = witness.report(topics);

        System.out.println(report.text());
        assertThat(report.acknowledged()).isGreaterThan(500);
        assertThat(LEFT.get(0).records()).isPositive().isLessThan(report.acknowledged());
        assertThat(report).isEqualTo(new PairWitness.Report(report.acknowledged(), 0, 0, 0, 0, 0, 0));
    }

    private static LiveSide source() {
        return rig.links().side(rig.cluster(), FROM);
    }

    private static LiveSide destination() {
        return rig.links().side(rig.cluster(), TO);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static KafkaProducer<byte[], byte[]> producer(KafkaLayout layout, Map<String, Object> further) {
        Map<String, Object> settings = new java.util.HashMap<>(further);
        settings.put("bootstrap.servers", layout.bootstrapServers());
        return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }

    private static void sendInOneTransaction(String topic, int records) {
        try (KafkaProducer<byte[], byte[]> producer = producer(SOURCE, Map.of("transactional.id", topic))) {
            producer.initTransactions();
            producer.beginTransaction();
            for (int record = 0; record < records; record++) {
                var unused = producer.send(new ProducerRecord<>(topic, 0, null, bytes("record " + record)));
            }
            producer.commitTransaction();
        }
    }

    /** A group without members commits that it has handled so many records of the topic "paid". */
    private static void commit(String group, long handled) throws Exception {
        try (Admin admin = TestPair.admin(SOURCE)) {
            admin.alterConsumerGroupOffsets(
                            group, Map.of(new TopicPartition("paid", 0), new OffsetAndMetadata(handled)))
                    .all()
                    .get();
        }
    }
}
