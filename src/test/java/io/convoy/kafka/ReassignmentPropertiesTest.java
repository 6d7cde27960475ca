package io.convoy.kafka;

import static io.convoy.kafka.Planning.later;
import static io.convoy.kafka.Planning.plan;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every cluster, tried on many that are made from a number, so that each failure can be repeated. */
class ReassignmentPropertiesTest {

    private static final int CLUSTERS = 120;

    static LongStream clusters() {
        return LongStream.range(0, CLUSTERS);
    }

    @ParameterizedTest
    @MethodSource("clusters")
    void everyStateOnTheWayIsSafeAndTheEndIsTheTarget(long seed) {
        ReassignmentRequest request = RandomKafka.messy(seed);
        ReassignmentPlan plan = plan(request);
        KafkaModel kafka = new KafkaModel(request.partitions(), request.sides(), safety(request, plan.settled()));

        kafka.carryOut(plan.moves());

        assertArrived(kafka, plan.settled().to());
        assertNothingIsLeft(request.sides().sources(), kafka);
    }

    @ParameterizedTest
    @MethodSource("clusters")
    void replicasAreInAsManyRacksAsTheDestinationAllows(long seed) {
        ReassignmentRequest request = RandomKafka.messy(seed);

        ReassignmentPlan plan = plan(request);

        Set<BrokerId> destinations = request.sides().destinationIds();
        int available = racks(destinations, request.sides());
        for (PartitionState state : request.partitions()) {
            List<BrokerId> target = plan.settled().to().of(state.id()).orElseThrow();
            List<BrokerId> kept = state.replicas().assigned().stream()
                    .filter(destinations::contains)
                    .toList();
            int keptRacks = racks(kept, request.sides());
            int open = target.size() - kept.size();
            assertThat(target).containsAll(kept).doesNotHaveDuplicates();
            assertThat(destinations).containsAll(target);
            assertThat(racks(target, request.sides())).isEqualTo(keptRacks + Math.min(open, available - keptRacks));
        }
    }

    @ParameterizedTest
    @MethodSource("clusters")
    void whatMustMoveIsCopiedOnceAndAsForecast(long seed) {
        ReassignmentRequest request = RandomKafka.messy(seed);
        ReassignmentPlan plan = plan(request);
        KafkaModel kafka = new KafkaModel(request.partitions(), request.sides(), state -> {});

        kafka.carryOut(plan.moves());

        Set<BrokerId> sources = new HashSet<>(request.sides().all().keySet());
        sources.removeAll(request.sides().destinationIds());
        request.partitions().forEach(state -> assertThat(kafka.copies(state.id()))
                .isEqualTo((int) state.replicas().assigned().stream()
                        .filter(sources::contains)
                        .count()));
        assertThat(kafka.bytesAcross()).isEqualTo(plan.forecast().acrossLink().bytes());
        assertThat(kafka.bytesInside())
                .isEqualTo(plan.forecast().insideDestination().bytes());
        assertThat(plan.forecast().ratioToLeast()).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("clusters")
    void nothingCrossesTheLinkForWhatIsInSyncThereHoweverLeadersAreSpread(long seed) {
        ReassignmentRequest request = RandomKafka.messy(seed);
        Set<BrokerId> destinations = request.sides().destinationIds();

        ReassignmentPlan plan = plan(new ReassignmentRequest(
                request.partitions(), request.sides(), request.settled(), ReassignmentOptions.usual(Crossing.ONCE)));

        long least = request.partitions().stream()
                .filter(state -> state.replicas().inSync().stream().noneMatch(destinations::contains))
                .mapToLong(state -> state.size().bytes())
                .sum();
        assertThat(plan.forecast().acrossLink().bytes()).isEqualTo(least);
    }

    @ParameterizedTest
    @MethodSource("clusters")
    void afterAnyMovesThePlanIsTheRestOfTheFirst(long seed) {
        ReassignmentRequest request = RandomKafka.messy(seed);
        ReassignmentPlan plan = plan(request);
        KafkaModel kafka = new KafkaModel(request.partitions(), request.sides(), state -> {});
        int done = new Random(seed).nextInt(plan.moves().size() + 1);
        kafka.carryOut(plan.moves().subList(0, done));

        ReassignmentPlan rest = plan(later(request, plan, kafka));

        assertThat(rest.settled()).isEqualTo(plan.settled());
        assertThat(contents(rest.moves()))
                .isEqualTo(contents(plan.moves().subList(done, plan.moves().size())));
    }

    @ParameterizedTest
    @MethodSource("clusters")
    void aPlanFromTheMiddleOfAMoveCopiesNothingAgain(long seed) {
        ReassignmentRequest request = RandomKafka.messy(seed);
        ReassignmentPlan plan = plan(request);
        KafkaModel kafka = new KafkaModel(request.partitions(), request.sides(), safety(request, plan.settled()));
        breakOff(kafka, plan, new Random(seed));

        ReassignmentPlan rest = plan(later(request, plan, kafka));
        kafka.carryOut(rest.moves());

        assertArrived(kafka, plan.settled().to());
        request.partitions().forEach(state -> assertThat(kafka.copies(state.id()))
                .isLessThanOrEqualTo(
                        plan.settled().to().of(state.id()).orElseThrow().size()));
    }

    @ParameterizedTest
    @MethodSource("clusters")
    void fromAnyStateTheUndoLeadsBackSafely(long seed) {
        ReassignmentRequest request = RandomKafka.fresh(seed);
        ReassignmentPlan plan = plan(request);
        KafkaModel kafka = new KafkaModel(request.partitions(), request.sides(), safety(request, plan.settled()));
        breakOff(kafka, plan, new Random(seed));

        ReassignmentRequest back = later(request, plan, kafka).undo();
        ReassignmentPlan undo = plan(back);
        kafka.carryOut(undo.moves());

        assertArrived(kafka, plan.settled().from());
        assertThat(plan(later(back, undo, kafka)).isComplete()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("clusters")
    void theUndoCopiesOnlyWhatWasDropped(long seed) {
        ReassignmentRequest request = RandomKafka.fresh(seed);
        ReassignmentPlan plan = plan(request);
        KafkaModel there = new KafkaModel(request.partitions(), request.sides(), state -> {});
        there.carryOut(
                plan.moves().subList(0, new Random(seed).nextInt(plan.moves().size() + 1)));
        Map<PartitionId, Integer> dropped = new HashMap<>();
        request.partitions().forEach(state -> dropped.put(state.id(), dropped(state, there)));

        ReassignmentPlan undo = plan(later(request, plan, there).undo());
        KafkaModel back = new KafkaModel(there.partitions(), request.sides().swapped(), state -> {});
        back.carryOut(undo.moves());

        dropped.forEach((id, count) -> assertThat(back.copies(id)).isEqualTo(count));
    }

    @ParameterizedTest
    @MethodSource("clusters")
    void theSameClusterHasTheSamePlan(long seed) {
        ReassignmentRequest request = RandomKafka.messy(seed);
        List<PartitionState> shuffled = new ArrayList<>(request.partitions());
        Collections.shuffle(shuffled, new Random(seed));

        ReassignmentPlan plan =
                plan(new ReassignmentRequest(shuffled, request.sides(), request.settled(), request.options()));

        assertThat(plan).isEqualTo(plan(request));
    }

    @ParameterizedTest
    @MethodSource("clusters")
    void whatIsNotEvenIsExplained(long seed) {
        Balance balance = plan(RandomKafka.messy(seed)).balance();

        for (Deviation deviation : List.of(balance.bytes(), balance.replicas(), balance.leaders())) {
            assertThat(deviation.why().isPresent()).isEqualTo(deviation.percent() > Deviation.AIM_PERCENT);
        }
    }

    /** Carries out some moves, and one only for a part, of which a part is still under way. */
    private static void breakOff(KafkaModel kafka, ReassignmentPlan plan, Random random) {
        int done = random.nextInt(plan.moves().size());
        kafka.carryOut(plan.moves().subList(0, done));
        Move broken = plan.moves().get(done);
        List<PartitionId> ended = new ArrayList<>(broken.partitions());
        ended.removeIf(id -> random.nextBoolean());
        List<PartitionId> begun = new ArrayList<>(broken.partitions());
        begun.removeIf(id -> ended.contains(id) || random.nextBoolean());
        kafka.carryOut(broken, ended);
        kafka.begin(broken, begun);
    }

    private static int dropped(PartitionState before, KafkaModel kafka) {
        Set<BrokerId> gone = new HashSet<>(before.replicas().assigned());
        kafka.partition(before.id()).replicas().assigned().forEach(gone::remove);
        return gone.size();
    }

    private static Consumer<PartitionState> safety(ReassignmentRequest request, Settled settled) {
        Map<PartitionId, PartitionState> before =
                request.partitions().stream().collect(Collectors.toMap(PartitionState::id, state -> state));
        return now -> {
            Replicas replicas = now.replicas();
            Set<BrokerId> certain = new HashSet<>(replicas.inSync());
            certain.removeAll(replicas.adding());
            List<BrokerId> target = settled.to().of(now.id()).orElseThrow();
            List<BrokerId> origin = java.util.Objects.requireNonNull(before.get(now.id()))
                    .replicas()
                    .assigned();
            assertThat(certain).hasSizeGreaterThanOrEqualTo(now.minInSync(origin.size()));
            assertThat(certain).contains(replicas.leader().orElseThrow());
            assertThat(racks(replicas.present(), request.sides()))
                    .isGreaterThanOrEqualTo(Math.min(racks(origin, request.sides()), racks(target, request.sides())));
        };
    }

    private static void assertArrived(KafkaModel kafka, Assignment target) {
        for (PartitionState state : kafka.partitions()) {
            List<BrokerId> wanted = target.of(state.id()).orElseThrow();
            assertThat(state.replicas().assigned()).isEqualTo(wanted);
            assertThat(state.replicas().leader()).contains(wanted.get(0));
            assertThat(state.replicas().isBeingReassigned()).isFalse();
        }
    }

    private static void assertNothingIsLeft(List<Broker> brokers, KafkaModel kafka) {
        Set<BrokerId> ids = brokers.stream().map(Broker::id).collect(Collectors.toSet());
        assertThat(kafka.partitions())
                .allSatisfy(state -> assertThat(state.replicas().assigned()).doesNotContainAnyElementsOf(ids));
    }

    private static int racks(Collection<BrokerId> ids, Sides sides) {
        Map<BrokerId, Broker> all = sides.all();
        return (int) ids.stream()
                .map(id -> java.util.Objects.requireNonNull(all.get(id)).rack())
                .distinct()
                .count();
    }

    private static List<Object> contents(List<Move> moves) {
        return moves.stream()
                .<Object>map(move -> move.<Object>match(Move.Add::replicas, Move.Elect::leaders, Move.Finish::replicas))
                .toList();
    }
}
