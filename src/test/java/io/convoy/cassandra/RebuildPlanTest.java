package io.convoy.cassandra;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RebuildPlanTest {

    private static final List<String> SOURCES = List.of("s1", "s2", "s3");
    private static final List<String> TARGETS = List.of("t1", "t2", "t3");
    private static final Map<String, String> HOST_IDS = Map.of("t1", "h1", "t2", "h2", "t3", "h3");

    @Test
    void withOneRackEachANodeMakesOneCallPerKeyspace() {
        KeyspaceRing orders = ring("orders", 24, 0);

        RebuildPlan plan = RebuildPlan.of(List.of(orders), sides(SOURCES), new RebuildLedger(List.of(orders)), 64);

        assertThat(plan.remaining().keySet()).containsExactlyElementsOf(TARGETS);
        TARGETS.forEach(target -> assertThat(plan.remaining(target))
                .singleElement()
                .satisfies(call -> assertThat(call.source()).isEqualTo(target.replace('t', 's')))
                .satisfies(call -> assertThat(call.ranges()).hasSize(24)));
    }

    @Test
    void aCallHasNoMoreRangesThanItMay() {
        KeyspaceRing orders = ring("orders", 24, 0);

        RebuildPlan plan = RebuildPlan.of(List.of(orders), sides(SOURCES), new RebuildLedger(List.of(orders)), 10);

        assertThat(plan.remaining("t1"))
                .extracting(call -> call.ranges().size())
                .containsExactlyInAnyOrder(10, 10, 4);
    }

    @Test
    void whatIsDoneIsNotPlannedAgainAndTheEndIsComplete() {
        KeyspaceRing orders = ring("orders", 24, 0);
        RebuildLedger ledger = new RebuildLedger(List.of(orders));
        int calls = 0;
        RebuildPlan plan = RebuildPlan.of(List.of(orders), sides(SOURCES), ledger, 7);
        while (!plan.isComplete()) {
            RebuildCall next = plan.remaining().values().iterator().next().get(0);
            ledger.done(next);
            calls++;
            plan = RebuildPlan.of(List.of(orders), sides(SOURCES), ledger, 7);
        }

        assertThat(calls).isEqualTo(3 * 4);
    }

    @Test
    void whenASourceGoesDownTheRestIsReadFromOthersAndTheCoverHolds() {
        KeyspaceRing orders = ring("orders", 24, 0);
        RebuildLedger ledger = new RebuildLedger(List.of(orders));
        RebuildPlan before = RebuildPlan.of(List.of(orders), sides(SOURCES), ledger, 10);
        Map<String, Map<TokenRange, Set<String>>> reads = new TreeMap<>();
        for (String target : TARGETS) {
            RebuildCall first = before.remaining(target).get(0);
            ledger.done(first);
            note(first, reads);
        }

        RebuildPlan after = RebuildPlan.of(List.of(orders), sides(List.of("s1", "s3")), ledger, 10);

        after.remaining().values().forEach(calls -> calls.forEach(call -> note(call, reads)));
        assertThat(after.uncovered()).isEmpty();
        assertThat(after.remaining().values().stream().flatMap(List::stream))
                .noneMatch(call -> call.source().equals("s2"));
        for (OwnedRange owned : orders.ranges()) {
            Map<String, Set<String>> ofRange = TARGETS.stream()
                    .collect(Collectors.toMap(
                            target -> target, target -> java.util.Objects.requireNonNull(reads.get(target))
                                    .getOrDefault(owned.range(), Set.of())));
            assertThat(orders.cover(owned, Set.copyOf(SOURCES), Set.copyOf(TARGETS))
                            .holds(ofRange))
                    .isTrue();
        }
    }

    @Test
    void withTwoSourcesDownItWaitsForThem() {
        KeyspaceRing orders = ring("orders", 3, 0);

        RebuildPlan plan =
                RebuildPlan.of(List.of(orders), sides(List.of("s1")), new RebuildLedger(List.of(orders)), 64);

        assertThat(plan.uncovered()).hasSize(3).allSatisfy(uncovered -> assertThat(uncovered.down())
                .containsExactly("s2", "s3"));
        assertThat(plan.isComplete()).isFalse();
    }

    @Test
    void theLedgerIsTheSameAfterItWasWrittenAndRead() {
        KeyspaceRing orders = ring("orders", 24, 0);
        RebuildLedger ledger = new RebuildLedger(List.of(orders));
        RebuildPlan.of(List.of(orders), sides(SOURCES), ledger, 10)
                .remaining("t2")
                .subList(0, 2)
                .forEach(ledger::done);
        Map<String, String> memory = new HashMap<>();
        ledger.write(memory, HOST_IDS);

        RebuildLedger again = RebuildLedger.read(List.of(orders), memory, HOST_IDS);

        assertThat(RebuildPlan.of(List.of(orders), sides(SOURCES), again, 10).remaining("t2"))
                .isEqualTo(RebuildPlan.of(List.of(orders), sides(SOURCES), ledger, 10)
                        .remaining("t2"));
    }

    @Test
    void whatWasStreamedOnAnotherRingOrToAReplacedNodeCountsNoMore() {
        KeyspaceRing orders = ring("orders", 24, 0);
        RebuildLedger ledger = new RebuildLedger(List.of(orders));
        RebuildPlan.of(List.of(orders), sides(SOURCES), ledger, 64).remaining().values().stream()
                .flatMap(List::stream)
                .toList()
                .forEach(ledger::done);
        Map<String, String> memory = new HashMap<>();
        ledger.write(memory, HOST_IDS);
        KeyspaceRing moved = ring("orders", 24, 5);
        Map<String, String> replaced = new HashMap<>(HOST_IDS);
        replaced.put("t2", "another");

        RebuildPlan onMovedRing = RebuildPlan.of(
                List.of(moved), sides(SOURCES), RebuildLedger.read(List.of(moved), memory, HOST_IDS), 64);
        RebuildPlan afterReplacement = RebuildPlan.of(
                List.of(orders), sides(SOURCES), RebuildLedger.read(List.of(orders), memory, replaced), 64);

        assertThat(onMovedRing.remaining().keySet()).containsExactlyElementsOf(TARGETS);
        assertThat(afterReplacement.remaining().keySet()).containsExactly("t2");
    }

    private static void note(RebuildCall call, Map<String, Map<TokenRange, Set<String>>> reads) {
        call.ranges().forEach(range -> reads.computeIfAbsent(call.target(), ignored -> new HashMap<>())
                .computeIfAbsent(range, ignored -> new TreeSet<>())
                .add(call.source()));
    }

    private static RebuildPlan.Sides sides(List<String> up) {
        Map<String, String> racks = new HashMap<>();
        SOURCES.forEach(node -> racks.put(node, node.replace('s', 'r')));
        TARGETS.forEach(node -> racks.put(node, node.replace('t', 'r')));
        return new RebuildPlan.Sides(new TreeSet<>(SOURCES), new TreeSet<>(TARGETS), Set.copyOf(up), racks);
    }

    private static KeyspaceRing ring(String keyspace, int ranges, int firstToken) {
        List<OwnedRange> owned = IntStream.range(0, ranges)
                .mapToObj(i -> new OwnedRange(
                        new TokenRange(String.valueOf(firstToken + i * 10), String.valueOf(firstToken + (i + 1) * 10)),
                        replicas(i)))
                .toList();
        return new KeyspaceRing(keyspace, 3, 3, owned);
    }

    private static List<String> replicas(int first) {
        List<String> replicas = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            replicas.add(SOURCES.get((first + i) % 3));
            replicas.add(TARGETS.get((2 * first + i) % 3));
        }
        return replicas;
    }
}
