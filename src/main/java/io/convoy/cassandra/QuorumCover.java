package io.convoy.cassandra;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * From which source replicas each target replica of one range must read, so that nothing is lost that a quorum has.
 *
 * <p>A write that was acknowledged at quorum is on some set of source replicas of quorum size. It is safe when so many target
 * replicas have read at least one of them that every quorum of the target meets one such replica. The relation holds when that
 * is so for <em>each</em> such set. With equal replication factors any perfect matching does it; where fewer targets read from
 * more sources, some targets must read the same range from several.
 *
 * @param sources the range's replicas in the source, in ring order, whether they are up or not
 * @param targets its replicas in the target, in ring order
 * @param sourceFactor the keyspace's replication factor in the source
 * @param targetFactor and in the target
 */
record QuorumCover(List<String> sources, List<String> targets, int sourceFactor, int targetFactor) {

    QuorumCover {
        sources = List.copyOf(sources);
        targets = List.copyOf(targets);
    }

    /** Whether these reads (sources by target) keep whatever a quorum of the source has. */
    boolean holds(Map<String, ? extends Collection<String>> reads) {
        return targets.stream().noneMatch(target -> of(reads, target).isEmpty()) && deficit(reads) == 0;
    }

    /** How many target replicas are missing, over all sets of sources that may have acknowledged a write; 0 where it holds. */
    int deficit(Map<String, ? extends Collection<String>> reads) {
        int needed = Math.max(1, targets.size() - quorum(targetFactor) + 1);
        int deficit = 0;
        for (Set<String> written : acknowledging()) {
            long reached = targets.stream()
                    .filter(target -> !Collections.disjoint(of(reads, target), written))
                    .count();
            deficit += (int) Math.max(0, needed - reached);
        }
        return deficit;
    }

    /** Every set of source replicas that a write at quorum may have been acknowledged by, and not more. */
    private List<Set<String>> acknowledging() {
        List<Set<String>> sets = new ArrayList<>();
        collect(0, new LinkedHashSet<>(), sets);
        return sets;
    }

    private void collect(int from, LinkedHashSet<String> chosen, List<Set<String>> sets) {
        if (chosen.size() == quorum(sourceFactor)) {
            sets.add(Set.copyOf(chosen));
            return;
        }
        for (int i = from; i < sources.size(); i++) {
            chosen.add(sources.get(i));
            collect(i + 1, chosen, sets);
            chosen.remove(sources.get(i));
        }
    }

    static int quorum(int replicationFactor) {
        return replicationFactor / 2 + 1;
    }

    private static Collection<String> of(Map<String, ? extends Collection<String>> reads, String target) {
        Collection<String> sources = reads.get(target);
        return sources == null ? List.of() : sources;
    }

    /** An empty relation of these targets. */
    Map<String, Set<String>> noReads() {
        Map<String, Set<String>> reads = new LinkedHashMap<>();
        targets.forEach(target -> reads.put(target, new LinkedHashSet<>()));
        return reads;
    }
}
