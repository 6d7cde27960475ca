package io.convoy.cassandra;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What is still to be streamed into a datacenter. Pure: the same ring, the same sources and the same ledger give the same
 * calls in the same order.
 *
 * @param remaining calls by target; a target that has everything is not in it
 * @param uncovered ranges for which too many sources are down
 * @param all how many reads of ranges the whole rebuild has, by target, and by keyspace within
 */
record RebuildPlan(
        Map<String, List<RebuildCall>> remaining, List<Uncovered> uncovered, Map<String, Map<String, Integer>> all) {

    /** A range of a keyspace that cannot be read safely from the sources that are up. */
    record Uncovered(String keyspace, TokenRange range, List<String> down) {}

    /**
     * The two datacenters.
     *
     * @param racks of all nodes, by address
     * @param available the source's nodes that are up
     */
    record Sides(Set<String> sources, Set<String> targets, Set<String> available, Map<String, String> racks) {}

    static RebuildPlan of(List<KeyspaceRing> rings, Sides sides, RebuildLedger ledger, int rangesPerCall) {
        Builder builder = new Builder(sides, ledger, rangesPerCall);
        rings.forEach(builder::add);
        return builder.plan();
    }

    /** Whether every target has everything. */
    boolean isComplete() {
        return remaining.isEmpty() && uncovered.isEmpty();
    }

    List<RebuildCall> remaining(String target) {
        return remaining.getOrDefault(target, List.of());
    }

    private static final class Builder {
        private final Sides sides;
        private final RebuildLedger ledger;
        private final int rangesPerCall;
        private final Map<String, List<RebuildCall>> remaining = new TreeMap<>();
        private final Map<String, Map<String, Integer>> all = new TreeMap<>();
        private final List<Uncovered> uncovered = new ArrayList<>();

        Builder(Sides sides, RebuildLedger ledger, int rangesPerCall) {
            this.sides = sides;
            this.ledger = ledger;
            this.rangesPerCall = rangesPerCall;
        }

        void add(KeyspaceRing ring) {
            Map<String, Map<String, List<TokenRange>>> missing = new TreeMap<>();
            for (int i = 0; i < ring.ranges().size(); i++) {
                add(ring, i, missing);
            }
            missing.forEach((target, bySource) -> remaining
                    .computeIfAbsent(target, ignored -> new ArrayList<>())
                    .addAll(calls(target, ring.keyspace(), bySource)));
        }

        private void add(KeyspaceRing ring, int index, Map<String, Map<String, List<TokenRange>>> missing) {
            OwnedRange owned = ring.ranges().get(index);
            QuorumCover cover = ring.cover(owned, sides.sources(), sides.targets());
            Map<String, Set<String>> done = ledger.reads(ring.keyspace(), index, cover.targets());
            Optional<Map<String, Set<String>>> reads =
                    new SourceChoice(cover, sides.racks(), sides.available()).choose(done);
            if (reads.isEmpty()) {
                uncovered.add(new Uncovered(ring.keyspace(), owned.range(), down(cover)));
                return;
            }
            reads.get().forEach((target, sources) -> {
                count(target, ring.keyspace(), sources.size());
                sources.stream()
                        .filter(source -> !done.getOrDefault(target, Set.of()).contains(source))
                        .forEach(source -> missing.computeIfAbsent(target, ignored -> new TreeMap<>())
                                .computeIfAbsent(source, ignored -> new ArrayList<>())
                                .add(owned.range()));
            });
        }

        private void count(String target, String keyspace, int reads) {
            all.computeIfAbsent(target, ignored -> new TreeMap<>()).merge(keyspace, reads, Integer::sum);
        }

        private List<RebuildCall> calls(String target, String keyspace, Map<String, List<TokenRange>> bySource) {
            List<RebuildCall> calls = new ArrayList<>();
            bySource.forEach((source, ranges) -> {
                for (int from = 0; from < ranges.size(); from += rangesPerCall) {
                    int to = Math.min(ranges.size(), from + rangesPerCall);
                    calls.add(new RebuildCall(target, keyspace, source, ranges.subList(from, to)));
                }
            });
            // Targets that begin at the same moment do not all read from the same node.
            int first = Math.floorMod(new ArrayList<>(sides.targets()).indexOf(target), Math.max(1, calls.size()));
            java.util.Collections.rotate(calls, -first);
            return calls;
        }

        private List<String> down(QuorumCover cover) {
            return cover.sources().stream()
                    .filter(source -> !sides.available().contains(source))
                    .sorted(Comparator.naturalOrder())
                    .toList();
        }

        RebuildPlan plan() {
            return new RebuildPlan(new LinkedHashMap<>(remaining), List.copyOf(uncovered), all);
        }
    }
}
