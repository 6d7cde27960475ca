package io.convoy.cassandra;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Chooses the reads of one range, deterministically and with few streams.
 *
 * <ol>
 *   <li>What has been read already stays: it counts, and is not read again.
 *   <li>Each target has a source of its own that depends on the ring alone: one in its rack where there is one, else the next
 *       that the fewest others have. Where that one is down, the target reads another.
 *   <li>While the {@link QuorumCover} does not hold, the read is added that brings it nearest, from the same rack if possible.
 *   <li>Reads without which it still holds are left out again.
 * </ol>
 *
 * <p>There is none only when so many sources are down that a quorum of them may be the only ones with some write.
 */
final class SourceChoice {

    private final QuorumCover cover;
    private final Map<String, String> racks;
    private final Set<String> available;

    /**
     * @param racks of all nodes, by address
     * @param available the sources that are up
     */
    SourceChoice(QuorumCover cover, Map<String, String> racks, Set<String> available) {
        this.cover = cover;
        this.racks = racks;
        this.available = available;
    }

    /** Sources by target, those of {@code done} included; empty when too many sources are down. */
    Optional<Map<String, Set<String>>> choose(Map<String, Set<String>> done) {
        Map<String, Set<String>> reads = cover.noReads();
        done.forEach((target, sources) -> of(reads, target).addAll(sources));
        List<Read> added = new ArrayList<>();
        ownSources().forEach((target, source) -> add(new Read(target, source), reads, added));
        cover.targets().stream()
                .filter(target -> of(reads, target).isEmpty())
                .forEach(target -> substitute(target, reads).ifPresent(read -> add(read, reads, added)));
        while (!cover.holds(reads)) {
            Optional<Read> best = best(reads);
            if (best.isEmpty()) {
                return Optional.empty();
            }
            add(best.get(), reads, added);
        }
        leaveOutNeedless(reads, added);
        return Optional.of(reads);
    }

    /** Which source each target reads when all are up. */
    private Map<String, String> ownSources() {
        Map<String, String> own = new LinkedHashMap<>();
        Map<String, Integer> used = new HashMap<>();
        for (boolean sameRack : new boolean[] {true, false}) {
            for (String target : cover.targets()) {
                cover.sources().stream()
                        .filter(source -> !own.containsKey(target))
                        .filter(source -> !sameRack || (inOneRack(target, source) && !used.containsKey(source)))
                        .min(Comparator.comparingInt(source -> used.getOrDefault(source, 0)))
                        .ifPresent(source -> {
                            own.put(target, source);
                            used.merge(source, 1, Integer::sum);
                        });
            }
        }
        return own;
    }

    private Optional<Read> substitute(String target, Map<String, Set<String>> reads) {
        return cover.sources().stream()
                .filter(available::contains)
                .min(Comparator.<String>comparingInt(source -> inOneRack(target, source) ? 0 : 1)
                        .thenComparingLong(source -> readers(source, reads)))
                .map(source -> new Read(target, source));
    }

    private Optional<Read> best(Map<String, Set<String>> reads) {
        int deficit = cover.deficit(reads);
        return cover.targets().stream()
                .flatMap(target -> cover.sources().stream().map(source -> new Read(target, source)))
                .filter(read -> available.contains(read.source()))
                .filter(read -> !of(reads, read.target()).contains(read.source()))
                .filter(read -> deficitWith(read, reads) < deficit)
                .min(Comparator.<Read>comparingInt(read -> deficitWith(read, reads))
                        .thenComparingInt(read -> inOneRack(read.target(), read.source()) ? 0 : 1)
                        .thenComparingLong(read -> readers(read.source(), reads)));
    }

    private int deficitWith(Read read, Map<String, Set<String>> reads) {
        of(reads, read.target()).add(read.source());
        int deficit = cover.deficit(reads);
        of(reads, read.target()).remove(read.source());
        return deficit;
    }

    private void leaveOutNeedless(Map<String, Set<String>> reads, List<Read> added) {
        for (int i = added.size() - 1; i >= 0; i--) {
            Read read = added.get(i);
            of(reads, read.target()).remove(read.source());
            if (!cover.holds(reads)) {
                of(reads, read.target()).add(read.source());
            }
        }
    }

    private void add(Read read, Map<String, Set<String>> reads, List<Read> added) {
        if (available.contains(read.source()) && of(reads, read.target()).add(read.source())) {
            added.add(read);
        }
    }

    private boolean inOneRack(String one, String other) {
        return racks.containsKey(one) && racks.get(one).equals(racks.get(other));
    }

    private static long readers(String source, Map<String, Set<String>> reads) {
        return reads.values().stream()
                .filter(sources -> sources.contains(source))
                .count();
    }

    private static Set<String> of(Map<String, Set<String>> reads, String target) {
        return reads.computeIfAbsent(target, ignored -> new LinkedHashSet<>());
    }

    private record Read(String target, String source) {}
}
