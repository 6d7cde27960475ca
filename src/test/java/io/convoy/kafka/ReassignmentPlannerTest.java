package io.convoy.kafka;

import static io.convoy.kafka.Planning.brokers;
import static io.convoy.kafka.Planning.first;
import static io.convoy.kafka.Planning.healthy;
import static io.convoy.kafka.Planning.ids;
import static io.convoy.kafka.Planning.plan;
import static io.convoy.kafka.Planning.topic;
import static io.convoy.kafka.Planning.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.convoy.base.ByteSize;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReassignmentPlannerTest {

    private static final Sides SIDES = new Sides(brokers(1, "a", "b", "c"), brokers(11, "a", "b", "c"));
    private static final PartitionId ORDERS = new PartitionId("orders", 0);
    private static final List<PartitionState> ONE = List.of(healthy("orders", 0, "1GiB", 1, 2, 3));

    @Test
    void crossingOnceBringsOneReplicaAcrossAndTheOthersFromThere() {
        ReassignmentPlan plan = plan(first(ONE, SIDES));

        List<BrokerId> target = plan.settled().to().of(ORDERS).orElseThrow();
        assertThat(plan.moves())
                .containsExactly(
                        new Move.Add(1, only(ids(target.get(0).value(), 1, 2, 3))),
                        new Move.Elect(1, Map.of(ORDERS, target.get(0))),
                        new Move.Finish(1, only(target)));
        assertThat(plan.forecast()).isEqualTo(new Forecast(size("1GiB"), 3, size("3GiB"), size("1GiB"), size("2GiB")));
    }

    @Test
    void everyReplicaAcrossIsThereBeforeTheLeaderMoves() {
        ReassignmentPlan plan =
                plan(Planning.with(first(ONE, SIDES), ReassignmentOptions.usual(Crossing.EVERY_REPLICA)));

        List<BrokerId> target = plan.settled().to().of(ORDERS).orElseThrow();
        assertThat(plan.moves())
                .containsExactly(
                        new Move.Add(
                                1,
                                only(Stream.concat(target.stream(), ids(1, 2, 3).stream())
                                        .toList())),
                        new Move.Elect(1, Map.of(ORDERS, target.get(0))),
                        new Move.Finish(1, only(target)));
        assertThat(plan.forecast()).isEqualTo(new Forecast(size("1GiB"), 3, size("3GiB"), size("3GiB"), size("0B")));
    }

    @Test
    void eachReplicaIsReplacedInItsOwnRack() {
        Sides sides = new Sides(brokers(1, "a", "b", "c"), brokers(11, "a", "b", "c", "a", "b", "c"));
        List<PartitionState> partitions = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            partitions.add(healthy("pairs", i, "1GiB", 1 + i % 3, 1 + (i + 1) % 3));
        }

        ReassignmentPlan plan = plan(first(partitions, sides));

        for (PartitionState state : partitions) {
            assertThat(racks(plan.settled().to().of(state.id()).orElseThrow(), sides))
                    .isEqualTo(racks(state.replicas().assigned(), sides));
        }
    }

    @Test
    void phasesComeOneAfterTheOtherOrBatchesDo() {
        ReassignmentRequest request = first(topic("orders", 4, "1GiB", 1, 2, 3), SIDES);

        List<Move> phases = plan(Planning.with(
                        request, new ReassignmentOptions(Crossing.ONCE, 2, BatchOrder.PHASE_BY_PHASE)))
                .moves();
        List<Move> batches = plan(Planning.with(
                        request, new ReassignmentOptions(Crossing.ONCE, 2, BatchOrder.BATCH_BY_BATCH)))
                .moves();

        assertThat(words(phases)).containsExactly("ADD 1", "ADD 2", "ELECT 1", "ELECT 2", "FINISH 1", "FINISH 2");
        assertThat(words(batches)).containsExactly("ADD 1", "ELECT 1", "FINISH 1", "ADD 2", "ELECT 2", "FINISH 2");
    }

    @Test
    void internalTopicsGoLastAndOneByOne() {
        List<PartitionState> partitions = topic("orders", 5, "1GiB", 1, 2, 3);
        partitions.addAll(topic("__consumer_offsets", 3, "9GiB", 1, 2, 3));
        partitions.addAll(topic("__transaction_state", 2, "9GiB", 1, 2, 3));

        List<Move> moves = plan(first(partitions, SIDES)).moves();

        assertThat(moves.stream().filter(move -> move.phase() == Move.Phase.ADD))
                .extracting(move -> move.partitions().size())
                .containsExactly(3, 2, 1, 1, 1, 1, 1);
        assertThat(moves.subList(2, 7))
                .allMatch(move -> move.partitions().stream().allMatch(PartitionId::isInternal));
    }

    @Test
    void theLeadersOfABatchAreDifferentBrokers() {
        List<Move> moves =
                plan(first(topic("orders", 9, "1GiB", 1, 2, 3), SIDES)).moves();

        assertThat(moves.stream().filter(move -> move.phase() == Move.Phase.ELECT))
                .allSatisfy(move ->
                        assertThat(((Move.Elect) move).leaders().values()).doesNotHaveDuplicates());
    }

    @Test
    void whatIsUnderWayIsInTheFirstBatch() {
        ReassignmentRequest request = first(topic("orders", 9, "1GiB", 1, 2, 3), SIDES);
        ReassignmentPlan plan = plan(request);
        PartitionId last = new PartitionId("orders", 8);
        BrokerId leader = plan.settled().to().of(last).orElseThrow().get(0);
        List<PartitionState> now = request.partitions().stream()
                .map(state -> state.id().equals(last)
                        ? with(
                                state,
                                new Replicas(
                                        ids(leader.value(), 1, 2, 3),
                                        Optional.of(new BrokerId(1)),
                                        Planning.set(1, 2, 3),
                                        Set.of(leader),
                                        Set.of()))
                        : state)
                .toList();

        ReassignmentPlan rest = plan(new ReassignmentRequest(now, SIDES, plan.settled(), request.options()));

        assertThat(rest.moves().get(0).partitions()).contains(last);
    }

    @Test
    void whatIsInTheDestinationStaysAndLeads() {
        PartitionState stretched = healthy("orders", 0, "1GiB", 1, 12, 3);

        ReassignmentPlan plan = plan(first(List.of(stretched), SIDES));

        assertThat(plan.settled().to().of(ORDERS).orElseThrow())
                .startsWith(new BrokerId(12))
                .containsExactlyInAnyOrderElementsOf(ids(11, 12, 13));
        assertThat(plan.forecast().acrossLink()).isEqualTo(size("0B"));
        assertThat(plan.forecast().insideDestination()).isEqualTo(size("2GiB"));
    }

    @Test
    void aTopicCreatedMeanwhileIsPlannedAndTheOthersStayAsDecided() {
        ReassignmentPlan plan = plan(first(ONE, SIDES));
        List<PartitionState> now = new ArrayList<>(ONE);
        now.add(healthy("new", 0, "1GiB", 3, 1));

        ReassignmentPlan later =
                plan(new ReassignmentRequest(now, SIDES, plan.settled(), ReassignmentOptions.usual(Crossing.ONCE)));

        assertThat(later.settled().to().of(ORDERS))
                .isEqualTo(plan.settled().to().of(ORDERS));
        assertThat(later.settled().to().of(new PartitionId("new", 0)).orElseThrow())
                .hasSize(2);
    }

    @Test
    void aTargetOnABrokerThatIsGivenUpIsChosenAnewWithTheSameReplicationFactor() {
        ReassignmentRequest request = first(ONE, SIDES);
        ReassignmentPlan plan = plan(request);
        KafkaModel kafka = new KafkaModel(ONE, SIDES, state -> {});
        kafka.carryOut(plan.moves().subList(0, 1));
        int lost = plan.settled().to().of(ORDERS).orElseThrow().get(0).value();
        List<Broker> sources = new ArrayList<>(SIDES.sources());
        List<Broker> destinations = new ArrayList<>(brokers(21, "a", "b", "c"));
        SIDES.destinations().forEach(broker -> (broker.id().value() == lost ? sources : destinations).add(broker));

        ReassignmentPlan later = plan(new ReassignmentRequest(
                kafka.partitions(), new Sides(sources, destinations), plan.settled(), request.options()));
        kafka.carryOut(later.moves());

        assertThat(kafka.partition(ORDERS).replicas().assigned())
                .hasSize(3)
                .doesNotContain(new BrokerId(lost))
                .doesNotContainAnyElementsOf(ids(1, 2, 3));
    }

    @Test
    void anUndoBeforeTheLastPhaseCopiesNothing() {
        ReassignmentRequest request = first(topic("orders", 6, "1GiB", 1, 2, 3), SIDES);
        ReassignmentPlan plan = plan(request);
        KafkaModel kafka = new KafkaModel(request.partitions(), SIDES, state -> {});
        plan.moves().stream()
                .filter(move -> move.phase() != Move.Phase.FINISH)
                .forEach(move -> kafka.carryOut(move, move.partitions()));

        ReassignmentPlan undo = plan(Planning.later(request, plan, kafka).undo());

        assertThat(undo.forecast().replicas()).isZero();
        assertThat(undo.moves()).isNotEmpty();
    }

    @Test
    void anEmptyClusterHasNothingToDo() {
        assertThat(plan(first(List.of(), SIDES)).isComplete()).isTrue();
    }

    private static Set<String> racks(List<BrokerId> brokers, Sides sides) {
        return Set.copyOf(brokers.stream()
                .map(id -> Optional.ofNullable(sides.all().get(id)).orElseThrow())
                .flatMap(broker -> broker.rack().stream())
                .toList());
    }

    private static List<String> words(List<Move> moves) {
        return moves.stream().map(move -> move.phase() + " " + move.batch()).toList();
    }

    private static Assignment only(List<BrokerId> replicas) {
        return new Assignment(Map.of(ORDERS, replicas));
    }

    private static ByteSize size(String text) {
        return ByteSize.parse(text);
    }
}
