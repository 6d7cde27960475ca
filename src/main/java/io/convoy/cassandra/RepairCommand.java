package io.convoy.cassandra;

import io.convoy.base.Digest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Ranges of one keyspace that one node, a replica of all of them, repairs or compares as coordinator. */
record RepairCommand(String coordinator, String keyspace, List<TokenRange> ranges) {

    /** How a command goes about it. */
    enum Kind {
        REPAIR("NONE"),
        /** Merkle trees are compared and nothing is streamed. */
        PREVIEW("ALL");

        private final String previewKind;

        Kind(String previewKind) {
            this.previewKind = previewKind;
        }
    }

    RepairCommand {
        ranges = List.copyOf(ranges);
    }

    /**
     * Few commands that cover every range that has a replica among the coordinators. Pure.
     *
     * @param coordinators nodes that are up
     */
    static List<RepairCommand> covering(String keyspace, List<OwnedRange> owned, Set<String> coordinators) {
        List<OwnedRange> open = new ArrayList<>(owned);
        List<RepairCommand> commands = new ArrayList<>();
        while (!open.isEmpty()) {
            Optional<RepairCommand> largest = byNode(open, coordinators).entrySet().stream()
                    .map(node -> new RepairCommand(node.getKey(), keyspace, node.getValue()))
                    .max(Comparator.<RepairCommand>comparingInt(
                                    command -> command.ranges().size())
                            .thenComparing(RepairCommand::coordinator, Comparator.reverseOrder()));
            if (largest.isEmpty()) {
                break;
            }
            commands.add(largest.get());
            open.removeIf(range -> range.replicas().contains(largest.get().coordinator()));
        }
        return commands;
    }

    private static Map<String, List<TokenRange>> byNode(List<OwnedRange> open, Set<String> coordinators) {
        Map<String, List<TokenRange>> byNode = new LinkedHashMap<>();
        for (OwnedRange owned : open) {
            owned.replicas().stream().filter(coordinators::contains).forEach(node -> byNode.computeIfAbsent(
                            node, ignored -> new ArrayList<>())
                    .add(owned.range()));
        }
        return byNode;
    }

    /** As {@code repairAsync} takes them. */
    Map<String, String> options(Kind kind, Set<String> datacenters) {
        Map<String, String> options = new HashMap<>();
        options.put("parallelism", "parallel");
        options.put("primaryRange", "false");
        options.put("incremental", "false");
        options.put("jobThreads", "1");
        options.put("previewKind", kind.previewKind);
        options.put("dataCenters", String.join(",", new TreeSet<>(datacenters)));
        options.put(
                "ranges",
                String.join(",", ranges.stream().map(TokenRange::forRepair).toList()));
        return options;
    }

    /** Its name between two looks: the same command on another ring is another one. */
    String id() {
        return Digest.of(this.toString()).brief();
    }
}
