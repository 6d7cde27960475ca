package io.convoy.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.convoy.execution.Outcome;
import io.convoy.lab.KafkaLayout;
import io.convoy.lab.LabProvisioner;
import io.convoy.lab.TestLab;
import io.convoy.plan.TwoClusterStep.FoundCluster;
import io.convoy.plan.TwoClusterStep.MakeTopics;
import io.convoy.plan.TwoClusterStep.MirrorTopics;
import io.convoy.plan.TwoClusterStep.ReadThere;
import io.convoy.plan.TwoClusterStep.TranslateGroups;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A real MirrorMaker whose copies are called after the source, and a group that goes on in them. */
@Timeout(300)
class PrefixedMirrorTrial {

    private static final KafkaLayout SOURCE = TestPair.SOURCE;
    private static final KafkaLayout DESTINATION = KafkaLayout.first("ledger", "dc_to", "127.22.2", 1);
    private static final String FROM = "dc_from";
    private static final String TO = "dc_to";
    private static final String COPY = FROM + ".paid";
    private static final int RECORDS = 400;
    private static final int HANDLED = 300;

    private static KafkaRig rig;
    private static LabSteps steps;

    @BeforeAll
    static void startTheSource() throws Exception {
        TestPair.startSource();
        TestPair.createTopic("paid", 1, Map.of());
        send();
        rig = KafkaRig.prefixed(SOURCE, DESTINATION);
        steps = new LabSteps(
                MirrorMakerPlan.of(
                        "lab",
                        TwoClusterMove.of(
                                MovingNodes.of(rig.cluster()), rig.links().side(rig.cluster(), FROM))),
                rig.cluster());
    }

    @AfterAll
    static void endEverything() {
        rig.close();
        TestPair.discard();
    }

    @Test
    void aGroupGoesOnInCopiesThatAreCalledAfterTheSource() throws Exception {
        steps.provide("provision-dc_to");
        rig.complete(new FoundClusterHandler(rig.links()), steps.apply("found-dc_to", FoundCluster.class));
        rig.complete(new MakeTopicsHandler(rig.links()), steps.apply("make-topics", MakeTopics.class));
        steps.provide("start-mirror");
        rig.complete(
                new MirrorTopicsHandler(rig.links(), keeper()), steps.apply("mirror-last-records", MirrorTopics.class));
        commit();

        List<String> evidence = rig.complete(
                new TranslateGroupsHandler(rig.links(), keeper()), steps.apply("follow-groups", TranslateGroups.class));

        System.out.println(evidence);
        assertThat(evidence).singleElement().asString().startsWith("paid: goes on in 1 partitions");
        ReadingView there = rig.links().side(rig.cluster(), TO).reading();
        assertThat(there.log(new PartitionId(COPY, 0)).end()).isEqualTo(RECORDS);
        assertThat(there.log(new PartitionId("paid", 0)).end())
                .as("what producers will write to")
                .isZero();
        assertThat(there.group("paid").orElseThrow().committed().get(new PartitionId(COPY, 0)))
                .as("not beyond what was handled, and not at the beginning")
                .isBetween(1L, (long) HANDLED);
        assertThat(readOn()).containsAll(all().subSet("" + (1_000 + HANDLED), "" + (1_000 + RECORDS)));
    }

    /** What the group gets in the destination, which a plan's step sees at work there. */
    private static Set<String> readOn() {
        ReadThere step = new ReadThere(FROM, TO, FROM + ".", List.of("paid"));
        Set<String> got = new TreeSet<>();
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", DESTINATION.bootstrapServers(), "group.id", "paid"),
                new StringDeserializer(),
                new StringDeserializer())) {
            consumer.subscribe(List.of("paid", COPY));
            await().atMost(Duration.ofSeconds(30)).pollInSameThread().until(() -> {
                consumer.poll(Duration.ofMillis(300)).forEach(record -> got.add(record.value()));
                return got.contains("" + (1_000 + RECORDS - 1));
            });
            rig.until(new ReadThereHandler(rig.links()), step, Outcome.Done.class::isInstance);
        }
        return got;
    }

    private static NavigableSet<String> all() {
        NavigableSet<String> all = new TreeSet<>();
        for (int record = 0; record < RECORDS; record++) {
            all.add("" + (1_000 + record));
        }
        return all;
    }

    private static MirrorKeeper keeper() {
        LabProvisioner provisioner = TestLab.provisioner();
        return new MirrorKeeper(() -> provisioner);
    }

    private static void send() {
        try (KafkaProducer<String, String> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", SOURCE.bootstrapServers()),
                new StringSerializer(),
                new StringSerializer())) {
            all().forEach(value -> {
                var unused = producer.send(new ProducerRecord<>("paid", 0, null, value));
            });
        }
    }

    private static void commit() throws Exception {
        try (Admin admin = TestPair.admin(SOURCE)) {
            admin.alterConsumerGroupOffsets(
                            "paid", Map.of(new TopicPartition("paid", 0), new OffsetAndMetadata(HANDLED)))
                    .all()
                    .get();
        }
    }
}
