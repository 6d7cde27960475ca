package io.convoy.inventory;

import io.convoy.base.ClusterName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Nodes of which only the number in each rack is known; a rack with two machine types has two groups. */
public record CountedNodes(List<Group> groups) implements NodeLayout {

    public CountedNodes {
        groups = List.copyOf(groups);
        if (groups.isEmpty()) {
            throw new IllegalArgumentException("A datacenter has at least one rack");
        }
        Set<List<Object>> seen = new HashSet<>();
        for (Group group : groups) {
            if (!seen.add(List.of(group.rack(), group.nodeSize()))) {
                throw new IllegalArgumentException("Rack '" + group.rack()
                        + "' is listed twice with the same node size: add up its nodes in one entry");
            }
        }
    }

    /** Equal nodes in one rack; the YAML's {@code {name, nodes, nodeSize}}. */
    public record Group(String rack, int nodes, Optional<String> nodeSize) {

        /** More than any rack holds; a larger number is a slip of the finger. */
        static final int MOST_NODES = 10_000;

        public Group {
            Words.word(rack);
            nodeSize.ifPresent(Words::word);
            if (nodes < 1 || nodes > MOST_NODES) {
                throw new IllegalArgumentException(
                        "Rack '" + rack + "' has " + nodes + " nodes: write a number from 1 to " + MOST_NODES);
            }
        }
    }

    @Override
    public int nodeCount() {
        return groups.stream().mapToInt(Group::nodes).sum();
    }

    /** Named {@code <cluster>-<datacenter>-<rack>-<n>}, with n counted from 1 in each rack. */
    @Override
    public List<Node> nodes(ClusterName cluster, String datacenter) {
        List<Node> nodes = new ArrayList<>();
        Map<String, Integer> numbers = new HashMap<>();
        for (Group group : groups) {
            for (int i = 0; i < group.nodes(); i++) {
                int number = numbers.merge(group.rack(), 1, Integer::sum);
                String name = cluster + "-" + datacenter + "-" + group.rack() + "-" + number;
                nodes.add(new Node(name, Optional.empty(), group.rack(), group.nodeSize()));
            }
        }
        return Collections.unmodifiableList(nodes);
    }

    @Override
    public List<String> racks() {
        return groups.stream().map(Group::rack).distinct().toList();
    }

    @Override
    public Stream<String> nodeSizes() {
        return groups.stream()
                .flatMap(group -> Collections.nCopies(group.nodes(), group.nodeSize()).stream())
                .flatMap(Optional::stream);
    }
}
