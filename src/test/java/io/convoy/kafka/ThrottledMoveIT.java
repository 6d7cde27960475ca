package io.convoy.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.convoy.base.ByteSize;
import io.convoy.execution.Outcome;
import io.convoy.execution.StepDriver;
import io.convoy.lab.KafkaLayout;
import io.convoy.lab.KafkaWitness;
import io.convoy.lab.KafkaWitnessReport;
import io.convoy.lab.LabCluster;
import io.convoy.lab.TestKafka;
import io.convoy.lab.TestLab;
import io.convoy.lab.TopicLoader;
import io.convoy.lab.TopicOrder;
import io.convoy.plan.KafkaStep.MovePartitions;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;

/** Partitions of a real cluster move under a throttle: through the death of a Convoy and of a broker, until nothing is left. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Timeout(240)
class ThrottledMoveIT {

    /** Brokers measure a rate over eleven seconds, and let all of these through at once; over two it can be seen sooner. */
    private static final Map<String, String> MEASURED_SHORTLY = Map.of("replication.quota.window.num", "2");

    private static final KafkaLayout SOURCE = TestKafka.SOURCE.withSettings(MEASURED_SHORTLY);
    private static final KafkaLayout DESTINATION = TestKafka.DESTINATION.withSettings(MEASURED_SHORTLY);
    private static final List<Integer> OLD = List.of(1, 2, 3);
    private static final List<Integer> FRESH = List.of(101, 102, 103);
    private static final long RATE = ByteSize.parse("1MiB").bytes();
    private static final MovePartitions THERE = new MovePartitions(OLD, FRESH, true, 1, Optional.of(RATE));
    private static final MovePartitions BACK = new MovePartitions(FRESH, OLD, true, 1, Optional.of(RATE));

    private static final ThrottleSetting SENDING = ThrottleSetting.ofTopic("load-1", ThrottleSetting.SENDING);
    private static final ThrottleSetting RECEIVING = ThrottleSetting.ofTopic("load-1", ThrottleSetting.RECEIVING);

    /** What the cluster's owner has set, which is nobody else's business. */
    private static final Map<ThrottleSetting, Optional<String>> OWNERS = Map.of(
            sendingRate(1),
            Optional.of("7000000"),
            sendingRate(2),
            Optional.of("7000000"),
            sendingRate(3),
            Optional.of("7000000"),
            SENDING,
            Optional.of("9:77"));

    private static LabCluster source;
    private static KafkaRig rig;
    private static KafkaWitness witness;
    private static Admin admin;

    @BeforeAll
    static void startBothSides() throws ExecutionException, InterruptedException {
        TestLab.rest();
        TestKafka.discard();
        source = start(SOURCE);
        TopicLoader.load(SOURCE.bootstrapServers(), new TopicOrder("load", 1, 2, ByteSize.parse("24MiB")));
        admin = Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                SOURCE.bootstrapServers() + "," + DESTINATION.bootstrapServers()));
        createPairs();
        KafkaWitness.createTopic(SOURCE.bootstrapServers(), 3);
        witness = KafkaWitness.start(SOURCE.bootstrapServers(), 100);
        // After all topics are there: Kafka would place some of their replicas on the new brokers.
        start(DESTINATION);
        rig = new KafkaRig(SOURCE, DESTINATION);
        live().throttles().write(OWNERS);
    }

    private static LabCluster start(KafkaLayout layout) {
        LabCluster cluster = TestLab.lab().kafka(layout.cluster(), layout.orders());
        cluster.start();
        return cluster;
    }

    /** Partitions of which some are under min.insync.replicas as soon as any old broker is down. */
    private static void createPairs() throws ExecutionException, InterruptedException {
        NewTopic pairs = new NewTopic("pairs", Map.of(0, List.of(1, 2), 1, List.of(2, 3), 2, List.of(3, 1)));
        pairs.configs(Map.of("min.insync.replicas", "2"));
        admin.createTopics(List.of(pairs)).all().get();
    }

    @AfterAll
    static void endEverything() {
        witness.close();
        rig.close();
        admin.close();
        TestKafka.discard();
    }

    /** 12 MiB within ten minutes, of which the loader needed but a few seconds. */
    @Test
    @Order(0)
    void whatClientsWriteIsSeenFromOffsetsAndSizes() {
        Ingest ingest = live().ingest(rig.look(), Instant.now());

        long loaded = ingest.bytesPerSecond().getOrDefault(new PartitionId("load-1", 0), 0L);
        assertThat(loaded).isBetween(15_000L, 27_000L);
        assertThat(ingest.outrunning(RATE)).isEmpty();
        assertThat(ingest.outrunning(loaded)).contains(new PartitionId("load-1", 0));
    }

    @Test
    @Order(1)
    void aCopyIsHeldToItsRateByExplicitLists() {
        witness.phase("throttled");
        MovePartitionsHandler mover = rig.mover();
        rig.until(mover, THERE, outcome -> received() > RATE);

        long before = received();
        long lag = lag();
        long began = System.nanoTime();
        await().during(Duration.ofSeconds(5)).atMost(Duration.ofSeconds(20)).until(() -> {
            rig.until(mover, THERE, outcome -> true);
            return true;
        });
        double aSecond = (received() - before) / ((System.nanoTime() - began) / 1e9);

        System.out.printf("Throttled to %d bytes a second: %.0f were received%n", RATE, aSecond);
        assertThat(aSecond).isBetween(0.5 * RATE, 1.5 * RATE);
        assertThat(lag()).as("bytes that are still to be copied").isBetween(1L, lag - 1);
        assertThat(set(SENDING)).hasValueSatisfying(list -> assertThat(list).matches("9:77,[01]:" + sender()));
        assertThat(set(RECEIVING)).hasValueSatisfying(list -> assertThat(list).matches("[01]:10[123]"));
        assertThat(set(sendingRate(sender()))).hasValue(Long.toString(RATE));
    }

    @Test
    @Order(2)
    void aConvoyThatDiesLeavesItsThrottleToTheNextAndSaysThatItStands() {
        Outcome outcome = rig.until(rig.mover(), THERE, Outcome.Waiting.class::isInstance);

        assertThat(detail(outcome)).contains("throttled to 1MiB a second and broker");
        assertThat(rig.throttles().on(rig.cluster().name()))
                .hasValueSatisfying(held -> assertThat(held.run()).isEqualTo(StepDriver.RUN));
        rig.settleThrottle(ThrottleOwner.Standing.GOES_ON);
        rig.settleThrottle(ThrottleOwner.Standing.RESTS);
        assertThat(standing()).isNotEqualTo(OWNERS);
    }

    @Test
    @Order(3)
    void noBatchBeginsWhileAPartitionIsUnderMinInSyncReplicas() {
        witness.phase("a broker is down");
        MovePartitionsHandler mover = rig.mover();
        int lost = sender();
        source.nodes().get(lost - 1).kill();

        Outcome outcome = rig.until(mover, THERE, told -> detail(told).contains("under min.insync.replicas"));
        rig.until(mover, THERE, told -> reassigned().isEmpty() && !detail(told).contains("throttle"));
        Map<PartitionId, List<BrokerId>> before = assignment();
        await().during(Duration.ofSeconds(3)).atMost(Duration.ofSeconds(30)).until(() -> {
            rig.until(mover, THERE, told -> detail(told).contains("under min.insync.replicas"));
            return reassigned().isEmpty();
        });

        assertThat(detail(outcome)).contains("pairs-").contains("waits");
        assertThat(rig.throttles().on(rig.cluster().name()))
                .as("what could not be taken from the broker that is down")
                .hasValueSatisfying(held -> assertThat(held.brokers()).containsExactly("" + lost))
                .hasValueSatisfying(held -> assertThat(held.entries()).isEmpty());
        assertThat(assignment()).isEqualTo(before);
        assertThat(onlyArrived(before)).isLessThan(before.size());
    }

    @Test
    @Order(4)
    void itGoesOnOnceThePartitionsHaveHealedAndLeavesNoThrottleBehind() {
        source.nodes().stream().filter(node -> !node.isRunning()).forEach(source::start);
        witness.phase("moving on");

        Outcome end = rig.until(rig.mover(), THERE, Outcome.Done.class::isInstance);

        assertThat(((Outcome.Done) end).evidence()).contains("Read back: no throttle of this move is left");
        assertThat(standing()).isEqualTo(OWNERS);
        assertThat(rig.throttles().throttled()).isEmpty();
        assertThat(onlyArrived(assignment())).isEqualTo(assignment().size());
    }

    @Test
    @Order(5)
    void aThrottleWhoseRunIsGoneIsRemovedInMidCopy() {
        witness.phase("moving back");
        rig.until(rig.mover(), BACK, outcome -> !reassigned().isEmpty());
        assertThat(standing()).isNotEqualTo(OWNERS);

        // As the monitor does: what is read back too early from a broker that lags behind is looked at again.
        await().atMost(Duration.ofSeconds(15)).until(() -> {
            rig.settleThrottle(ThrottleOwner.Standing.IS_OVER);
            return rig.throttles().throttled().isEmpty();
        });

        assertThat(standing()).isEqualTo(OWNERS);
    }

    @Test
    @Order(6)
    void noRecordWasLostDoubledOrPutOutOfOrder() {
        witness.stop();
        KafkaWitnessReport report = witness.report();

        System.out.println(report.text());
        assertThat(report.acknowledged()).isGreaterThan(1_000);
        assertThat(report.flawless()).as(report.text()).isTrue();
    }

    private static LiveCluster live() {
        return rig.links().to(rig.cluster());
    }

    private static ThrottleSetting sendingRate(int broker) {
        return ThrottleSetting.ofBroker(new BrokerId(broker), ThrottleSetting.SENDING_RATE);
    }

    /** The old broker that leads what is being copied. */
    private static int sender() {
        return rig.look().partitions().stream()
                .map(PartitionState::replicas)
                .filter(Replicas::isBeingReassigned)
                .flatMap(replicas -> replicas.leader().stream())
                .map(BrokerId::value)
                .findFirst()
                .orElseThrow();
    }

    private static String detail(Outcome outcome) {
        return outcome instanceof Outcome.Waiting waiting ? waiting.progress().detail() : "";
    }

    /** Bytes of the loaded topic on the new brokers. */
    private static long received() {
        try {
            return admin.describeLogDirs(FRESH).allDescriptions().get().values().stream()
                    .flatMap(directories -> directories.values().stream())
                    .flatMap(directory -> directory.replicaInfos().entrySet().stream())
                    .filter(replica -> replica.getKey().topic().equals("load-1"))
                    .mapToLong(replica -> replica.getValue().size())
                    .sum();
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }

    /** Bytes that the copy lacks. */
    private static long lag() {
        Throttle held = rig.throttles().on(rig.cluster().name()).orElseThrow();
        return live().lag(ThrottledCopy.of(held, rig.look())).orElseThrow();
    }

    private static Collection<PartitionId> reassigned() {
        return rig.look().partitions().stream()
                .filter(partition -> partition.replicas().isBeingReassigned())
                .map(PartitionState::id)
                .toList();
    }

    private static Map<PartitionId, List<BrokerId>> assignment() {
        Map<PartitionId, List<BrokerId>> assignment = new TreeMap<>();
        rig.look()
                .partitions()
                .forEach(partition ->
                        assignment.put(partition.id(), partition.replicas().assigned()));
        return assignment;
    }

    private static long onlyArrived(Map<PartitionId, List<BrokerId>> assignment) {
        return assignment.values().stream()
                .filter(brokers -> brokers.stream().allMatch(broker -> FRESH.contains(broker.value())))
                .count();
    }

    private static Optional<String> set(ThrottleSetting setting) {
        return live().throttles().read(List.of(setting), rig.look()).value(setting);
    }

    /** Everything that throttles replication anywhere in the cluster. */
    private static Map<ThrottleSetting, Optional<String>> standing() {
        KafkaView view = rig.look();
        Collection<ThrottleSetting> all = new TreeSet<>();
        view.brokers().forEach(broker -> {
            all.add(ThrottleSetting.ofBroker(broker.id(), ThrottleSetting.SENDING_RATE));
            all.add(ThrottleSetting.ofBroker(broker.id(), ThrottleSetting.RECEIVING_RATE));
        });
        view.partitions().forEach(partition -> {
            all.add(ThrottleSetting.ofTopic(partition.id().topic(), ThrottleSetting.SENDING));
            all.add(ThrottleSetting.ofTopic(partition.id().topic(), ThrottleSetting.RECEIVING));
        });
        Map<ThrottleSetting, Optional<String>> standing =
                new TreeMap<>(live().throttles().read(all, view).values());
        standing.values().removeIf(Optional::isEmpty);
        return standing;
    }
}
