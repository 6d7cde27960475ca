package io.convoy.kafka;

import static io.convoy.kafka.Planning.brokers;
import static io.convoy.kafka.Planning.first;
import static io.convoy.kafka.Planning.healthy;
import static io.convoy.kafka.Planning.ids;
import static io.convoy.kafka.Planning.plan;
import static io.convoy.kafka.Planning.refusal;
import static io.convoy.kafka.Planning.set;
import static io.convoy.kafka.Planning.with;
import static io.convoy.kafka.Planning.withoutRacks;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.convoy.base.ByteSize;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RefusalTest {

    private static final Sides SIDES = new Sides(brokers(1, "a", "b", "c"), brokers(11, "a", "b", "c"));
    private static final PartitionState ORDERS = healthy("orders", 0, "1GiB", 1, 2, 3);

    @Test
    void anOfflinePartitionIsRefused() {
        PartitionState offline = with(ORDERS, Replicas.atRest(ids(1, 2, 3), Optional.empty(), set(2)));

        assertRefused(first(List.of(offline), SIDES), "without a live leader that is in sync: orders-0");
    }

    @Test
    void aPartitionUnderMinInSyncIsRefused() {
        PartitionState ill = with(ORDERS, Replicas.atRest(ids(1, 2, 3), Optional.of(new BrokerId(1)), set(1)));

        assertRefused(first(List.of(ill), SIDES), "under min.insync.replicas: orders-0");
    }

    @Test
    void aMinInSyncAboveTheReplicasAsksForAllOfThem() {
        PartitionState single = healthy("single", 0, "1GiB", 1);
        PartitionState strict = new PartitionState(single.id(), single.replicas(), single.size(), 2);

        assertThat(plan(first(List.of(strict), SIDES)).moves()).hasSize(3);
    }

    @Test
    void aReassignmentOfSomebodyElseIsRefused() {
        Replicas replicas = new Replicas(ids(11, 1, 2, 3), Optional.of(new BrokerId(1)), set(1, 2, 3), set(11), set(3));

        assertRefused(first(List.of(with(ORDERS, replicas)), SIDES), "somebody else is reassigning: orders-0");
    }

    @Test
    void aReassignmentWithinOwnBrokersThatNoPlanMakesIsRefused() {
        ReassignmentPlan plan = plan(first(List.of(ORDERS), SIDES));
        Replicas replicas = new Replicas(ids(11, 2, 3, 1), Optional.of(new BrokerId(1)), set(1, 2, 3), set(11), set(1));

        assertRefused(
                new ReassignmentRequest(
                        List.of(with(ORDERS, replicas)),
                        SIDES,
                        plan.settled(),
                        ReassignmentOptions.usual(Crossing.ONCE)),
                "somebody else is reassigning: orders-0");
    }

    @Test
    void ownReassignmentsAreGoneOnWith() {
        ReassignmentPlan plan = plan(first(List.of(ORDERS), SIDES));
        BrokerId leader = plan.settled().to().of(ORDERS.id()).orElseThrow().get(0);
        Replicas replicas = new Replicas(
                ids(leader.value(), 1, 2, 3), Optional.of(new BrokerId(1)), set(1, 2, 3), Set.of(leader), Set.of());

        ReassignmentPlan rest = plan(new ReassignmentRequest(
                List.of(with(ORDERS, replicas)), SIDES, plan.settled(), ReassignmentOptions.usual(Crossing.ONCE)));

        assertThat(rest.moves()).isEqualTo(plan.moves());
    }

    @Test
    void aReplicaOnAnUnknownBrokerIsRefused() {
        assertRefused(
                first(List.of(healthy("orders", 0, "1GiB", 1, 2, 77)), SIDES),
                "neither source nor destination: orders-0");
    }

    @Test
    void fewerBrokersThanReplicasAreRefusedWithTheTopic() {
        Sides sides = new Sides(withoutRacks(1, 3), withoutRacks(11, 2));

        assertRefused(first(List.of(ORDERS), sides), "2 brokers, too few for the replication factor of orders (3)");
    }

    @Test
    void fewerRacksThanBeforeAreRefusedWithTheTopic() {
        Sides sides = new Sides(SIDES.sources(), brokers(11, "a", "b", "a", "b"));

        assertRefused(first(List.of(ORDERS), sides), "2 racks, and the replicas of these are in more: orders (3)");
    }

    @Test
    void asManyRacksAsBeforeAreEnoughForMoreReplicas() {
        Sides sides = new Sides(brokers(1, "a", "b", "a"), brokers(11, "a", "b", "a"));

        assertThat(plan(first(List.of(ORDERS), sides)).moves()).hasSize(3);
    }

    @Test
    void racksOnSomeBrokersOnlyAreRefused() {
        Sides sides = new Sides(SIDES.sources(), withoutRacks(11, 3));

        assertRefused(first(List.of(ORDERS), sides), "others have none: 11, 12, 13");
    }

    @Test
    void tooLittleRoomIsRefused() {
        List<Broker> small = SIDES.destinations().stream()
                .map(broker -> new Broker(broker.id(), broker.rack(), Optional.of(ByteSize.parse("500MiB"))))
                .toList();

        assertRefused(
                first(List.of(ORDERS), new Sides(SIDES.sources(), small)),
                "too little room: broker 11 would hold 1GiB");
    }

    @Test
    void aDropThatWouldLeaveTooFewInSyncIsRefused() {
        PartitionState stretched = with(
                healthy("orders", 0, "1GiB", 11, 12, 1),
                Replicas.atRest(ids(11, 12, 1, 2), Optional.of(new BrokerId(1)), set(1, 2)));
        Settled settled = new Settled(Assignment.NONE, new Assignment(java.util.Map.of(ORDERS.id(), ids(11, 12, 13))));

        assertRefused(
                new ReassignmentRequest(List.of(stretched), SIDES, settled, ReassignmentOptions.usual(Crossing.ONCE)),
                "would fall under min.insync.replicas");
    }

    @Test
    void everyReasonIsGivenAtOnceWithItsRemedy() {
        PartitionState offline = with(ORDERS, Replicas.atRest(ids(1, 2, 3), Optional.empty(), set(2)));

        List<Objection> objections = refusal(first(List.of(offline), new Sides(SIDES.sources(), withoutRacks(11, 2))));

        assertThat(objections).hasSizeGreaterThanOrEqualTo(3);
        assertThat(objections)
                .allSatisfy(objection -> assertThat(objection.remedy()).isNotBlank());
    }

    @Test
    void aBrokerOnBothSidesIsAMistake() {
        assertThatThrownBy(() -> new Sides(brokers(1, "a"), brokers(1, "a"))).hasMessageContaining("named twice");
    }

    private static void assertRefused(ReassignmentRequest request, String reason) {
        assertThat(refusal(request)).extracting(Objection::reason).anySatisfy(given -> assertThat(given)
                .contains(reason));
    }
}
