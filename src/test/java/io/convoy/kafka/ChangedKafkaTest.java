package io.convoy.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.convoy.base.ByteSize;
import io.convoy.base.StepId;
import io.convoy.execution.Difference;
import io.convoy.execution.Position;
import io.convoy.execution.RunState.Direction;
import io.convoy.kafka.KafkaView.LiveBroker;
import io.convoy.plan.ChangePlan;
import io.convoy.plan.GeneralStep.ProvisionNodes;
import io.convoy.plan.GeneralStep.RetireNodes;
import io.convoy.plan.KafkaStep.CheckPartitions;
import io.convoy.plan.KafkaStep.LeaveClients;
import io.convoy.plan.KafkaStep.MoveControllers;
import io.convoy.plan.KafkaStep.MovePartitions;
import io.convoy.plan.PlannedStep;
import io.convoy.plan.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.common.Uuid;
import org.junit.jupiter.api.Test;

/** What somebody else has changed about a Kafka cluster is told from what the plan does, there and back. */
class ChangedKafkaTest {

    private static final ChangePlan PLAN = SharedClusterPlan.of("demo-kafka", PaymentsView.healthy());

    private final Map<Integer, LiveBroker> brokers = new TreeMap<>();
    private final Map<String, Replicas> topics = new TreeMap<>();
    private List<Integer> voters = List.of(1, 2, 3);

    ChangedKafkaTest() {
        PaymentsView.brokers().forEach(broker -> brokers.put(broker.id().value(), broker));
        topics.put("payments", at(1, 2, 3));
    }

    @Test
    void nothingThatThePlanDoesOnItsWayIsTakenForSomebodyElsesChange() {
        for (int step = 0; step < PLAN.steps().size(); step++) {
            Position at = new Position(PLAN, step, Direction.FORWARD);
            assertThat(seen(at)).as("before " + step(step)).isEmpty();
            take(PLAN.steps().get(step).apply());
            assertThat(seen(at)).as("after " + step(step)).isEmpty();
        }
    }

    @Test
    void nothingThatARollbackDoesIsTakenForSomebodyElsesChange() {
        int last = PLAN.steps().indexOf(PLAN.step(PLAN.pointOfNoReturn().orElseThrow()));
        PLAN.steps().subList(0, last).forEach(step -> take(step.apply()));

        for (int step = last - 1; step >= 0; step--) {
            Position at = new Position(PLAN, step, Direction.BACK);
            assertThat(seen(at)).as("before undoing " + step(step)).isEmpty();
            PLAN.steps().get(step).undo().step().ifPresent(this::take);
            assertThat(seen(at)).as("after undoing " + step(step)).isEmpty();
        }
    }

    @Test
    void aBrokerThatNobodyPlannedIsToldAndOneThatIsDownIsNot() {
        brokers.remove(2);
        assertThat(seen(first(CheckPartitions.class))).isEmpty();

        alive(9, "r1");
        assertThat(seen(first(CheckPartitions.class)))
                .extracting(Difference::toString)
                .containsExactly("broker 9 at 127.9.9.9 is new, expected was no broker of this number");
    }

    @Test
    void aNewBrokerOfThePlanIsToldOnlyBeforeItIsMade() {
        take(PLAN.steps().get(first(ProvisionNodes.class).step()).apply());

        assertThat(seen(first(CheckPartitions.class)))
                .extracting(Difference::found)
                .containsExactly("new", "new", "new");
        assertThat(seen(first(ProvisionNodes.class))).isEmpty();
    }

    @Test
    void aBrokerInAnotherRackIsTold() {
        alive(1, "elsewhere");
        assertThat(seen(first(CheckPartitions.class)))
                .extracting(Difference::found)
                .containsExactly("in rack elsewhere");
    }

    @Test
    void aBrokerThatComesBackAfterItWasForgottenIsTold() {
        ChangePlan longer = with(PLAN.steps().get(first(CheckPartitions.class).step()));
        longer.steps().forEach(step -> take(step.apply()));
        alive(1, "dc_old-r1");

        assertThat(seen(new Position(longer, longer.steps().size() - 1, Direction.FORWARD)))
                .extracting(Difference::toString)
                .containsExactly("broker 1 at 127.9.9.1 is alive, expected was that it has left");
    }

    /** The plan with a step after its last one. */
    private static ChangePlan with(PlannedStep last) {
        List<PlannedStep> steps = new ArrayList<>(PLAN.steps());
        steps.add(new PlannedStep(
                new StepId("999-look"),
                last.phase(),
                last.title(),
                last.apply(),
                last.undo(),
                last.why(),
                last.expected(),
                last.limit()));
        return new ChangePlan(
                PLAN.fleet(), PLAN.cluster(), PLAN.strategy(), PLAN.summary(), PLAN.findings(), PLAN.facts(), steps);
    }

    @Test
    void aTopicThatIsMadeOnBrokersThatLeaveIsToldOnceThePartitionsHaveMoved() {
        reach(first(MovePartitions.class));
        topics.put("fresh", at(1, 4, 5));
        assertThat(seen(first(MovePartitions.class)))
                .as("it is moved with the others")
                .isEmpty();

        reach(first(LeaveClients.class));
        topics.put("fresh", at(1, 4, 5));

        assertThat(seen(first(LeaveClients.class)))
                .extracting(Difference::toString)
                .containsExactly("topic fresh is on brokers [1], expected was on none of them, as they are to go");
    }

    @Test
    void onTheWayBackATopicOnTheNewBrokersIsToldAndOneOnTheOldIsNot() {
        int move = first(MovePartitions.class).step();
        topics.put("fresh", at(1, 4, 5));
        topics.put("old", at(1, 2, 3));

        assertThat(seen(new Position(PLAN, move - 1, Direction.BACK)))
                .extracting(Difference::subject)
                .containsExactly("topic fresh");
    }

    @Test
    void aReassignmentOfSomebodyElsesIsToldWhereNoStepLooksForItself() {
        topics.put("payments", new Replicas(ids(1, 2, 3), Optional.empty(), Set.of(), Set.of(id(3)), Set.of(id(1))));

        assertThat(seen(first(ProvisionNodes.class)))
                .extracting(Difference::subject)
                .containsExactly("broker 1", "broker 3");
        assertThat(seen(first(CheckPartitions.class))).isEmpty();
        assertThat(seen(first(MovePartitions.class))).isEmpty();
    }

    @Test
    void votesThatWereTakenOrGivenByHandAreToldOnceAStepHasSetThem() {
        reach(first(LeaveClients.class));
        voters = List.of(1, 2, 4, 5, 6);

        assertThat(seen(first(LeaveClients.class)))
                .extracting(Difference::toString)
                .containsExactly("the quorum is of voters [1, 2, 4, 5, 6], expected was of voters [1, 2, 3, 4, 5, 6]");
        assertThat(seen(first(MoveControllers.class)))
                .as("while a step moves them")
                .isEmpty();
    }

    @Test
    void anotherClusterAtTheSameAddressesIsTold() {
        KafkaView other = new KafkaView("another", List.copyOf(brokers.values()), List.of());

        assertThat(new ExpectedBrokers(first(CheckPartitions.class)).differences(other))
                .extracting(Difference::subject)
                .containsExactly("the cluster's id");
    }

    private void reach(Position at) {
        PLAN.steps().subList(0, at.step()).forEach(step -> take(step.apply()));
    }

    private void take(Step step) {
        if (step instanceof ProvisionNodes provision) {
            provision.nodes().forEach(node -> alive(node.number().orElseThrow(), node.rack()));
        } else if (step instanceof RetireNodes) {
            brokers.values()
                    .removeIf(broker -> step.equals(retirement(broker.id().value())));
        } else if (step instanceof MovePartitions move) {
            topics.replaceAll((topic, replicas) ->
                    at(move.destination().stream().mapToInt(id -> id).toArray()));
        } else if (step instanceof MoveControllers move) {
            voters = move.voters().stream().sorted().toList();
        }
    }

    /** The step that would stop this broker. */
    private static Step retirement(int broker) {
        return broker < 4
                ? PLAN.steps().get(first(RetireNodes.class).step()).apply()
                : PLAN.steps()
                        .get(first(ProvisionNodes.class).step())
                        .undo()
                        .step()
                        .orElseThrow();
    }

    private void alive(int broker, String rack) {
        brokers.put(broker, new LiveBroker(id(broker), "127.9.9." + broker, 9092, Optional.of(rack)));
    }

    private List<Difference> seen(Position at) {
        List<PartitionState> partitions = new ArrayList<>();
        topics.forEach((topic, replicas) ->
                partitions.add(new PartitionState(new PartitionId(topic, 0), replicas, ByteSize.parse("1MiB"), 1)));
        ExpectedBrokers expected = new ExpectedBrokers(at);
        String clusterId = KafkaFacts.clusterId(PLAN.facts()).orElseThrow();
        return Stream.of(
                        expected.differences(new KafkaView(clusterId, List.copyOf(brokers.values()), partitions)),
                        expected.differences(new Quorum(
                                1,
                                voters.stream()
                                        .map(voter -> new Quorum.Learner(voter, Uuid.randomUuid()))
                                        .toList(),
                                List.of(),
                                Set.of())),
                        new ExpectedReplicas(at).differences(partitions))
                .flatMap(List::stream)
                .toList();
    }

    private static Position first(Class<? extends Step> kind) {
        List<Step> steps = PLAN.steps().stream().map(PlannedStep::apply).toList();
        Step found = steps.stream().filter(kind::isInstance).findFirst().orElseThrow();
        return new Position(PLAN, steps.indexOf(found), Direction.FORWARD);
    }

    private static Replicas at(int... ids) {
        return Replicas.atRest(ids(ids), Optional.empty(), Set.of());
    }

    private static List<BrokerId> ids(int... ids) {
        return IntStream.of(ids).mapToObj(ChangedKafkaTest::id).toList();
    }

    private static BrokerId id(int broker) {
        return new BrokerId(broker);
    }

    private static String step(int step) {
        return PLAN.steps().get(step).id().value();
    }
}
