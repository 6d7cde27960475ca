package io.convoy.cassandra;

import io.convoy.plan.PlannedNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the new nodes' configuration has in common with the old ones'. */
final class TargetSettings {

    private static final int MOST_SEEDS = 3;

    private TargetSettings() {}

    /** The keys are those of cassandra.yaml. */
    static Map<String, String> of(Move move) {
        Map<String, String> settings = new TreeMap<>();
        settings.put("auto_bootstrap", "false");
        List<String> seeds = seeds(move);
        if (!seeds.isEmpty()) {
            settings.put("seeds", String.join(",", seeds));
        }
        move.observed().ifPresent(topology -> {
            settings.put("cluster_name", topology.clusterName());
            settings.put("partitioner", topology.partitioner());
            settings.put("endpoint_snitch", topology.snitch());
            settings.put("num_tokens", String.valueOf(usualTokens(move)));
        });
        return settings;
    }

    /** The version that the source runs; the inventory's where nobody looked or the source runs several. */
    static String version(Move move) {
        List<String> seen = move.members(move.source()).stream()
                .map(Member::version)
                .distinct()
                .toList();
        return seen.size() == 1 ? seen.get(0) : move.cluster().version();
    }

    /** Nodes of different racks first, so that the loss of a rack leaves the new nodes somebody to gossip with. */
    private static List<String> seeds(Move move) {
        Set<String> racks = new LinkedHashSet<>();
        List<String> first = new ArrayList<>();
        List<String> others = new ArrayList<>();
        for (PlannedNode node : upNodes(move)) {
            node.address().ifPresent(address -> (racks.add(node.rack()) ? first : others).add(address));
        }
        return Stream.concat(first.stream(), others.stream()).limit(MOST_SEEDS).toList();
    }

    private static List<PlannedNode> upNodes(Move move) {
        Set<Optional<String>> down = move.members(move.source()).stream()
                .filter(member -> !member.up())
                .map(member -> Optional.of(member.address()))
                .collect(Collectors.toSet());
        return move.sourceNodes().stream()
                .filter(node -> !down.contains(node.address()))
                .toList();
    }

    private static int usualTokens(Move move) {
        Map<Integer, Long> nodesByTokens = move.members(move.source()).stream()
                .collect(Collectors.groupingBy(Member::tokens, TreeMap::new, Collectors.counting()));
        return nodesByTokens.entrySet().stream()
                .max(Map.Entry.<Integer, Long>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .map(Map.Entry::getKey)
                .orElse(16);
    }
}
