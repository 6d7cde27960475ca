package io.convoy.inventory;

import io.convoy.base.ClusterName;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Nodes that are known one by one. */
public record NamedNodes(List<Node> nodes) implements NodeLayout {

    public NamedNodes {
        nodes = List.copyOf(nodes);
        if (nodes.isEmpty()) {
            throw new IllegalArgumentException("A datacenter has at least one node");
        }
    }

    @Override
    public int nodeCount() {
        return nodes.size();
    }

    @Override
    public List<Node> nodes(ClusterName cluster, String datacenter) {
        return nodes;
    }

    @Override
    public List<String> racks() {
        return nodes.stream().map(Node::rack).distinct().toList();
    }

    @Override
    public Stream<String> nodeSizes() {
        return nodes.stream().map(Node::nodeSize).flatMap(Optional::stream);
    }
}
