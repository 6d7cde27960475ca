package io.convoy.cassandra;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuorumCoverTest {

    private static final int LARGEST_FACTOR = 7;

    @Test
    void equalFactorsReadOneSourceEachAndEachAnother() {
        for (int factor = 1; factor <= LARGEST_FACTOR; factor++) {
            QuorumCover cover = cover(factor, factor);

            Map<String, Set<String>> reads = choose(cover, Map.of(), Set.copyOf(cover.sources()), Map.of());

            assertThat(reads.values()).allMatch(sources -> sources.size() == 1);
            assertThat(reads.values().stream().flatMap(Set::stream)).doesNotHaveDuplicates();
        }
    }

    /** Copies as counted by brute force for domain.md C4. */
    @ParameterizedTest
    @CsvSource({"3,1,2", "4,1,2", "5,1,3", "5,2,3", "5,3,5", "5,7,8", "3,2,2", "3,5,5"})
    void unequalFactorsNeedAsFewStreamsAsPossible(int sourceFactor, int targetFactor, int streams) {
        QuorumCover cover = cover(sourceFactor, targetFactor);

        Map<String, Set<String>> reads = choose(cover, Map.of(), Set.copyOf(cover.sources()), Map.of());

        assertThat(reads.values().stream().mapToInt(Set::size).sum()).isEqualTo(streams);
    }

    @Test
    void theRuleOfPositionsFailsWhereItIsKnownToFail() {
        assertThat(cover(5, 3).holds(positions(5, 3))).isFalse();
        assertThat(cover(3, 1).holds(positions(3, 1))).isFalse();
        assertThat(cover(5, 7).holds(positions(5, 7))).isFalse();
        assertThat(cover(3, 5).holds(positions(3, 5))).isTrue();
        assertThat(cover(3, 3).holds(positions(3, 3))).isTrue();
    }

    @Test
    void whateverAQuorumOfTheSourceHasEveryQuorumOfTheTargetHas() {
        Random random = new Random(7);
        int refused = 0;
        for (int round = 0; round < 4_000; round++) {
            QuorumCover cover = cover(1 + random.nextInt(LARGEST_FACTOR), 1 + random.nextInt(LARGEST_FACTOR));
            Set<String> up = some(cover.sources(), random, 0.85);
            Map<String, Set<String>> done = new HashMap<>();
            cover.targets().forEach(target -> done.put(target, some(cover.sources(), random, 0.2)));

            Optional<Map<String, Set<String>>> reads =
                    new SourceChoice(cover, racks(cover, random), up).choose(copy(done));

            boolean possible = cover.holds(all(cover, up, done));
            assertThat(reads.isPresent()).isEqualTo(possible);
            refused += possible ? 0 : 1;
            reads.ifPresent(chosen -> check(cover, chosen, done, up));
        }
        assertThat(refused).isBetween(10, 2_000);
    }

    @Test
    void aTargetReadsFromItsOwnRack() {
        QuorumCover cover = new QuorumCover(List.of("s1", "s2", "s3"), List.of("t3", "t1", "t2"), 3, 3);
        Map<String, String> racks = Map.of("s1", "a", "s2", "b", "s3", "c", "t1", "a", "t2", "b", "t3", "c");

        Map<String, Set<String>> reads = choose(cover, Map.of(), Set.of("s1", "s2", "s3"), racks);

        assertThat(reads)
                .containsEntry("t1", Set.of("s1"))
                .containsEntry("t2", Set.of("s2"))
                .containsEntry("t3", Set.of("s3"));
    }

    @Test
    void aSourceThatIsDownIsMadeUpForByTheOthers() {
        QuorumCover cover = cover(3, 3);

        Map<String, Set<String>> reads = choose(cover, Map.of(), Set.of("s0", "s1"), Map.of());

        assertThat(reads.values().stream().mapToInt(Set::size).sum()).isEqualTo(4);
        assertThat(cover.holds(reads)).isTrue();
        assertThat(reads.values().stream().flatMap(Set::stream)).doesNotContain("s2");
    }

    @Test
    void twoOfThreeSourcesDownIsTooMany() {
        assertThat(new SourceChoice(cover(3, 3), Map.of(), Set.of("s0")).choose(Map.of()))
                .isEmpty();
    }

    @Test
    void whatWasReadBeforeASourceWentDownStillCounts() {
        QuorumCover cover = cover(3, 3);
        Map<String, Set<String>> ideal = choose(cover, Map.of(), Set.copyOf(cover.sources()), Map.of());
        Map<String, Set<String>> done = new TreeMap<>(ideal);
        String open = cover.targets().get(0);
        String itsSource =
                java.util.Objects.requireNonNull(ideal.get(open)).iterator().next();
        done.remove(open);

        Map<String, Set<String>> reads = choose(
                cover,
                done,
                cover.sources().stream()
                        .filter(source -> !source.equals(itsSource))
                        .collect(Collectors.toSet()),
                Map.of());

        assertThat(cover.holds(reads)).isTrue();
        assertThat(reads.get(open)).doesNotContain(itsSource);
    }

    /** Each write set of quorum size, each read set of quorum size, one by one: slower and simpler than the product's rule. */
    private static void check(
            QuorumCover cover, Map<String, Set<String>> reads, Map<String, Set<String>> done, Set<String> up) {
        assertThat(reads.keySet()).containsExactlyInAnyOrderElementsOf(cover.targets());
        reads.forEach((target, sources) -> {
            assertThat(sources).isNotEmpty().containsAll(done.get(target));
            assertThat(sources)
                    .allMatch(source -> up.contains(source)
                            || java.util.Objects.requireNonNull(done.get(target))
                                    .contains(source));
        });
        for (Set<String> written : subsets(cover.sources(), QuorumCover.quorum(cover.sourceFactor()))) {
            for (Set<String> read : subsets(cover.targets(), QuorumCover.quorum(cover.targetFactor()))) {
                assertThat(read)
                        .as("a read by %s of a write on %s with %s", read, written, reads)
                        .anyMatch(target -> java.util.Objects.requireNonNull(reads.get(target)).stream()
                                .anyMatch(written::contains));
            }
        }
    }

    private static Map<String, Set<String>> choose(
            QuorumCover cover, Map<String, Set<String>> done, Set<String> up, Map<String, String> racks) {
        return new SourceChoice(cover, racks, up).choose(copy(done)).orElseThrow();
    }

    private static Map<String, Set<String>> positions(int sources, int targets) {
        return IntStream.range(0, targets)
                .boxed()
                .collect(Collectors.toMap(i -> "t" + i, i -> Set.of("s" + i % sources)));
    }

    private static QuorumCover cover(int sourceFactor, int targetFactor) {
        return new QuorumCover(names("s", sourceFactor), names("t", targetFactor), sourceFactor, targetFactor);
    }

    private static List<String> names(String prefix, int count) {
        return IntStream.range(0, count).mapToObj(i -> prefix + i).toList();
    }

    private static Map<String, Set<String>> all(QuorumCover cover, Set<String> up, Map<String, Set<String>> done) {
        Map<String, Set<String>> all = copy(done);
        cover.targets().forEach(target -> all.computeIfAbsent(target, ignored -> new HashSet<>())
                .addAll(up));
        return all;
    }

    private static Map<String, Set<String>> copy(Map<String, Set<String>> reads) {
        Map<String, Set<String>> copy = new HashMap<>();
        reads.forEach((target, sources) -> copy.put(target, new HashSet<>(sources)));
        return copy;
    }

    private static Map<String, String> racks(QuorumCover cover, Random random) {
        Map<String, String> racks = new HashMap<>();
        cover.sources().forEach(node -> racks.put(node, "r" + random.nextInt(3)));
        cover.targets().forEach(node -> racks.put(node, "r" + random.nextInt(3)));
        return racks;
    }

    private static Set<String> some(List<String> all, Random random, double chance) {
        return all.stream().filter(ignored -> random.nextDouble() < chance).collect(Collectors.toSet());
    }

    private static List<Set<String>> subsets(List<String> all, int size) {
        return IntStream.range(0, 1 << all.size())
                .filter(mask -> Integer.bitCount(mask) == size)
                .mapToObj(mask -> IntStream.range(0, all.size())
                        .filter(i -> (mask & 1 << i) != 0)
                        .mapToObj(all::get)
                        .collect(Collectors.toSet()))
                .toList();
    }
}
