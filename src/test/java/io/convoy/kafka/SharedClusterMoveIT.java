package io.convoy.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.convoy.base.ByteSize;
import io.convoy.execution.Difference;
import io.convoy.execution.Outcome;
import io.convoy.execution.Position;
import io.convoy.execution.RunState.Direction;
import io.convoy.lab.KafkaLayout;
import io.convoy.lab.KafkaWitness;
import io.convoy.lab.KafkaWitnessReport;
import io.convoy.lab.TestKafka;
import io.convoy.lab.TestLab;
import io.convoy.lab.TopicLoader;
import io.convoy.lab.TopicOrder;
import io.convoy.lab.TransactionReport;
import io.convoy.lab.TransactionWitness;
import io.convoy.plan.KafkaStep.CheckPartitions;
import io.convoy.plan.KafkaStep.JoinBrokers;
import io.convoy.plan.KafkaStep.LeaveBrokers;
import io.convoy.plan.KafkaStep.LeaveClients;
import io.convoy.plan.KafkaStep.MoveControllers;
import io.convoy.plan.KafkaStep.MovePartitions;
import io.convoy.plan.KafkaStep.NameClients;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;

/** A real KRaft cluster is taken over by new brokers, there, back, and there again, while records are written and read. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Timeout(300)
class SharedClusterMoveIT {

    private static final KafkaLayout SOURCE = TestKafka.SOURCE;
    private static final KafkaLayout DESTINATION = TestKafka.DESTINATION;

    private static final PartitionId CONTESTED = new PartitionId("load-2", 1);

    private static KafkaRig rig;
    private static KafkaWitness witness;
    private static TransactionWitness transactions;
    private static LabSteps steps;
    private static Map<PartitionId, List<BrokerId>> before;

    @BeforeAll
    static void startTheSourceAndItsClients() {
        TestLab.rest();
        TestKafka.discard();
        TestKafka.source();
        TopicLoader.load(SOURCE.bootstrapServers(), new TopicOrder("load", 2, 3, ByteSize.parse("12MiB")));
        KafkaWitness.createTopic(SOURCE.bootstrapServers(), 3);
        TransactionWitness.createTopic(SOURCE.bootstrapServers(), 3);
        witness = KafkaWitness.start(SOURCE.bootstrapServers(), 100);
        transactions = TransactionWitness.start(SOURCE.bootstrapServers());
        rig = new KafkaRig(SOURCE, DESTINATION).withCanary("load-1");
        steps = new LabSteps(SharedClusterPlan.of("lab", rig.move()), rig.cluster());
        before = replicas();
    }

    @AfterAll
    static void endEverything() {
        witness.close();
        transactions.close();
        rig.close();
        TestKafka.discard();
    }

    @Test
    @Order(1)
    void thePlanHasNothingAgainstIt() {
        assertThat(steps.plan().isBlocked()).as("%s", steps.plan().findings()).isFalse();
        assertThat(steps.apply("move-partitions", MovePartitions.class).crossesOnce())
                .isTrue();
    }

    @Test
    @Order(2)
    void newBrokersJoin() {
        rig.complete(new CheckPartitionsHandler(rig.links()), steps.apply("check-partitions", CheckPartitions.class));
        steps.provide("provision-dc_new");

        rig.complete(new JoinBrokersHandler(rig.links()), steps.apply("join-dc_new", JoinBrokers.class));

        assertThat(rig.look().brokers()).hasSize(6).allSatisfy(broker -> assertThat(broker.rack())
                .isPresent());
        assertThat(changes("provision-dc_new")).isEmpty();
        assertThat(changes("check-partitions")).extracting(Difference::found).containsExactly("new", "new", "new");
    }

    @Test
    @Order(3)
    void nothingIsBegunWhileSomebodyElseReassignsAPartitionAndItIsLeftAlone() throws Exception {
        MovePartitions step = steps.apply("move-partitions", MovePartitions.class);
        witness.phase("moving");
        rig.until(mover(), step, outcome -> isLedThere(CONTESTED));
        int receiver = step.destination().stream()
                .filter(id -> !contested().contains(new BrokerId(id)))
                .findFirst()
                .orElseThrow();

        try (SomebodyElse other = new SomebodyElse(SOURCE.bootstrapServers(), CONTESTED, receiver)) {
            other.reassign(List.of(1, 2, receiver));
            Outcome outcome = rig.until(mover(), step, Outcome.Blocked.class::isInstance);
            rig.until(mover(), step, told -> reassigned().equals(List.of(CONTESTED)));
            Map<PartitionId, List<BrokerId>> then = replicas();
            rig.until(mover(), step, Outcome.Blocked.class::isInstance);

            assertThat(((Outcome.Blocked) outcome).reason())
                    .contains("somebody else is reassigning: " + CONTESTED)
                    .contains("Cruise Control");
            assertThat(replicas()).isEqualTo(then);
            assertThat(reassigned()).containsExactly(CONTESTED);
            assertThat(changes("move-partitions")).isEmpty();
            assertThat(changes("join-dc_new"))
                    .as("had it begun earlier")
                    .extracting(Difference::found)
                    .containsOnly("getting or losing replicas");
            other.complete();
        }

        assertThat(contested()).extracting(BrokerId::value).containsExactly(1, 2, receiver);
    }

    @Test
    @Order(4)
    void partitionsMoveAndAConvoyThatDiesOnTheWayIsFollowedByAnother() {
        MovePartitions step = steps.apply("move-partitions", MovePartitions.class);
        rig.until(mover(), step, outcome -> arrived() > 0 || outcome instanceof Outcome.Done);
        assertThat(arrived())
                .as("partitions that have arrived when the first Convoy dies")
                .isLessThan(before.size());

        List<String> evidence = rig.complete(mover(), step);

        System.out.println(evidence);
        assertThat(evidence)
                .anyMatch(line -> line.contains("all in sync"))
                .anyMatch(line -> line.matches("The canary waited [1-9]\\d* ms at most .*"));
        assertThat(brokersWithReplicas()).containsExactlyElementsOf(step.destination());
    }

    @Test
    @Order(5)
    void aRollbackBringsEveryPartitionBackToTheVeryBrokersWhereItWas() {
        witness.phase("rolling back");

        rig.complete(mover(), steps.undo("move-partitions", MovePartitions.class));

        assertThat(replicas()).isEqualTo(before);
    }

    @Test
    @Order(6)
    void partitionsMoveForGoodAndVotesAreShared() {
        witness.phase("moving again");
        MovePartitions step = steps.apply("move-partitions", MovePartitions.class);
        rig.until(rig.mover(new WaitingProducers(Duration.ofSeconds(1))), step, says("batches of 1 instead of 3"));

        // Another Convoy takes over, and knows of it.
        Outcome end = rig.goOn(rig.mover(new WaitingProducers(Duration.ZERO)), step, Outcome.Done.class::isInstance);

        assertThat(((Outcome.Done) end).evidence())
                .contains(
                        "The canary waited 1000 ms at most for an acknowledgement, in batches of 3 down to 1 partitions");
        MoveControllers votes = steps.apply("share-votes", MoveControllers.class);

        rig.complete(new MoveControllersHandler(rig.links()), votes);

        assertThat(rig.quorum().voterIds()).isEqualTo(votes.voters());
        assertThat(changes("name-clients")).isEmpty();
    }

    @Test
    @Order(7)
    void aTopicThatSomebodyMakesOnTheOldBrokersIsTold() throws Exception {
        try (SomebodyElse other = new SomebodyElse(SOURCE.bootstrapServers(), CONTESTED, 1)) {
            other.makeTopic("sudden", List.of(1, 4, 5));
            // Another broker than the one that made it may be asked.
            await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(changes("name-clients"))
                    .extracting(Difference::toString)
                    .containsExactly(
                            "topic sudden is on brokers [1], expected was on none of them, as they are" + " to go"));
            other.dropTopic("sudden");
        }
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(changes("name-clients")).isEmpty());
    }

    @Test
    @Order(8)
    void clientsThatKeepTheOldBootstrapListAreFoundByNameAndTheRunGoesOnWhenTheyHaveGone() {
        witness.phase("cutover");
        rig.complete(new NameClientsHandler(rig.links()), steps.apply("name-clients", NameClients.class));
        LeaveClients step = steps.apply("cutover", LeaveClients.class);
        BrokerBeans beans = new BrokerBeans();
        LeaveClientsHandler proof = new LeaveClientsHandler(rig.links(), beans);

        try (OldClients clients = OldClients.reading(SOURCE.bootstrapServers(), KafkaWitness.TOPIC)) {
            // One that runs since before, and is at work with the new brokers only.
            rig.until(proof, step, says("consumer forgotten of group reports at 127.0.0.1, which runs since before"));
            witness.cutOver(DESTINATION.bootstrapServers());
            transactions.cutOver(DESTINATION.bootstrapServers());
            rig.goOn(proof, step, says("forgotten").and(says("group witness").negate()));
            clients.stopReading();
            // One that was started anew, with the old list still.
            OldClients.write(SOURCE.bootstrapServers(), "load-1");
            rig.goOn(
                    proof,
                    step,
                    says("client id unconfigured asks dc-old-")
                            .and(says("forgotten of").negate()));
        }
        Outcome end = rig.goOn(proof, step, Outcome.Done.class::isInstance);
        rig.complete(new NameClientsHandler(rig.links()), steps.apply("forget-clients", NameClients.class));
        beans.close();

        assertThat(end.toString()).contains("No client has asked anything of the 3 brokers of dc_old");
        // Another broker than the one that was asked first may not have heard of it yet.
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(rig.links().to(rig.cluster()).naming())
                        .hasToString("request_percentage=none for convoy"));
    }

    private static Predicate<Outcome> says(String words) {
        return outcome -> outcome instanceof Outcome.Waiting waiting
                && waiting.progress().detail().contains(words);
    }

    @Test
    @Order(9)
    void theOldBrokersLeaveAndNothingOfThemIsLeft() {
        witness.phase("retirement");
        rig.complete(new MoveControllersHandler(rig.links()), steps.apply("move-votes", MoveControllers.class));
        steps.retire("retire-dc_old");

        rig.complete(new LeaveBrokersHandler(rig.links()), steps.apply("leave-dc_old", LeaveBrokers.class));

        KafkaView view = rig.look();
        assertThat(rig.quorum().voterIds()).containsExactly(4, 5, 6);
        assertThat(view.brokers()).extracting(broker -> broker.id().value()).containsExactly(4, 5, 6);
        assertThat(brokersWithReplicas()).containsExactly(4, 5, 6);
        assertThat(view.partitions())
                .noneMatch(partition -> partition.replicas().isBeingReassigned());
    }

    @Test
    @Order(10)
    void noRecordWasLostDoubledOrPutOutOfOrder() {
        witness.stop();
        KafkaWitnessReport report = witness.report();

        System.out.println(report.text());
        assertThat(report.acknowledged()).isGreaterThan(1_000);
        assertThat(report.flawless()).as(report.text()).isTrue();
    }

    @Test
    @Order(11)
    void whatWasCommittedCanBeReadOnceAndInOrderAndNothingThatWasWithdrawn() {
        TransactionReport report = transactions.report();

        System.out.println(report.text());
        assertThat(report.committed()).isGreaterThan(100);
        assertThat(report.withdrawn()).isGreaterThan(20);
        assertThat(report.flawless()).as(report.text()).isTrue();
    }

    /** What would be told if the run stood at this step. */
    private static List<Difference> changes(String word) {
        List<String> ids = steps.plan().steps().stream()
                .map(step -> step.id().value().replaceFirst("^\\d+-", ""))
                .toList();
        Position at = new Position(steps.plan(), ids.indexOf(word), Direction.FORWARD);
        return new KafkaChangeProbe(rig.links()).differences(rig.cluster(), at);
    }

    private static MovePartitionsHandler mover() {
        return rig.mover();
    }

    private static boolean isLedThere(PartitionId partition) {
        return rig.look().partitions().stream()
                .filter(seen -> seen.id().equals(partition))
                .anyMatch(seen -> seen.replicas().leader().stream().anyMatch(leader -> leader.value() > 3));
    }

    private static List<PartitionId> reassigned() {
        return rig.look().partitions().stream()
                .filter(seen -> seen.replicas().isBeingReassigned())
                .map(PartitionState::id)
                .toList();
    }

    private static long arrived() {
        return rig.look().partitions().stream()
                .filter(partition -> partition.replicas().assigned().stream().allMatch(broker -> broker.value() > 3))
                .count();
    }

    private static List<BrokerId> contested() {
        return Objects.requireNonNull(replicas().get(CONTESTED));
    }

    private static Map<PartitionId, List<BrokerId>> replicas() {
        return rig.look().partitions().stream()
                .collect(Collectors.toMap(
                        PartitionState::id, partition -> partition.replicas().assigned()));
    }

    private static List<Integer> brokersWithReplicas() {
        return rig.look().partitions().stream()
                .flatMap(partition -> partition.replicas().assigned().stream())
                .map(BrokerId::value)
                .distinct()
                .sorted()
                .toList();
    }
}
