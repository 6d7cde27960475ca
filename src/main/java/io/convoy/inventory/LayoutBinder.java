package io.convoy.inventory;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the nodes of a datacenter, counted or named. */
final class LayoutBinder {

    private static final List<String> RACK_KEYS = List.of("name", "nodes", "nodeSize");
    private static final List<String> NODE_KEYS = List.of("name", "address", "rack", "nodeSize");

    private final Problems problems;
    private final UniqueNames names;

    LayoutBinder(Problems problems, UniqueNames names) {
        this.problems = problems;
        this.names = names;
    }

    Optional<NodeLayout> bind(Fields datacenter) {
        int before = problems.count();
        boolean counted = datacenter.has("racks");
        if (counted == datacenter.has("nodes")) {
            problems.add(
                    datacenter.place(),
                    counted
                            ? "'racks' and 'nodes' are both here: count the nodes of racks or name nodes, not both"
                            : "There are no nodes: write 'racks' with numbers of nodes, or 'nodes' with names");
            return Optional.empty();
        }
        List<CountedNodes.Group> groups = counted ? groups(datacenter) : List.of();
        List<Node> nodes = counted ? List.of() : nodes(datacenter);
        if (problems.count() > before) {
            return Optional.empty();
        }
        return Optional.of(counted ? new CountedNodes(groups) : new NamedNodes(nodes));
    }

    private List<CountedNodes.Group> groups(Fields datacenter) {
        List<CountedNodes.Group> groups = new ArrayList<>();
        Set<List<Object>> seen = new HashSet<>();
        for (Item item : datacenter.requiredList("racks")) {
            Optional<CountedNodes.Group> group =
                    Fields.of(item, problems, RACK_KEYS).flatMap(this::group);
            group.ifPresent(groups::add);
            if (group.filter(it -> !seen.add(List.of(it.rack(), it.nodeSize()))).isPresent()) {
                problems.add(
                        item.place(),
                        "This rack is here already with the same node size: add up its nodes in one entry");
            }
        }
        return groups;
    }

    private Optional<CountedNodes.Group> group(Fields rack) {
        Optional<String> name = rack.required("name", Words::word);
        Optional<Integer> nodes = rack.required("nodes", Numbers::nodes);
        Optional<String> nodeSize = rack.optional("nodeSize", Words::word);
        return name.flatMap(given -> nodes.map(count -> new CountedNodes.Group(given, count, nodeSize)));
    }

    private List<Node> nodes(Fields datacenter) {
        List<Node> nodes = new ArrayList<>();
        for (Item item : datacenter.requiredList("nodes")) {
            Optional<Node> node = Fields.of(item, problems, NODE_KEYS).flatMap(this::node);
            node.ifPresent(nodes::add);
            node.ifPresent(given -> names.node(given, item.place()));
        }
        return nodes;
    }

    private Optional<Node> node(Fields node) {
        Optional<String> name = node.required("name", Words::word);
        Optional<String> address = node.optional("address", Endpoint::host);
        Optional<String> rack = node.required("rack", Words::word);
        Optional<String> nodeSize = node.optional("nodeSize", Words::word);
        return name.flatMap(given -> rack.map(inRack -> new Node(given, address, inRack, nodeSize)));
    }
}
