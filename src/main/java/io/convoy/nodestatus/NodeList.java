package io.convoy.nodestatus;

import io.convoy.base.ClusterName;
import io.convoy.inventory.Cluster;
import io.convoy.inventory.Datacenter;
import io.convoy.inventory.Node;
import io.convoy.inventory.Target;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All nodes of one cluster: those that it tells of, those that it told of before, and those that the inventory knows besides.
 *
 * <p>A node of the inventory is taken to be the one that was seen with its address or name. Nodes that the inventory only
 * counts have no address yet: each node seen in their rack takes the place of one of them.
 */
final class NodeList {

    private final Cluster cluster;
    private final Map<String, NodeStatus> before;
    private final Instant now;

    /** @param before the nodes as they were last time */
    NodeList(Cluster cluster, List<NodeStatus> before, Instant now) {
        this.cluster = cluster;
        this.before = before.stream().collect(Collectors.toMap(NodeStatus::name, node -> node, (a, b) -> a));
        this.now = now;
    }

    /** After a look that the cluster answered. */
    List<NodeStatus> after(List<ObservedNode> observed) {
        List<NodeStatus> nodes = new ArrayList<>();
        observed.forEach(node -> nodes.add(seen(node)));
        nodes.addAll(gone(nodes));
        nodes.addAll(absent(nodes, "it is in the inventory but not in the cluster", Lifecycle.STOPPED));
        return List.copyOf(nodes);
    }

    /** After a look that the cluster did not answer. */
    List<NodeStatus> afterFailure(String why) {
        List<NodeStatus> nodes = new ArrayList<>();
        before.values().stream()
                .filter(NodeStatus::member)
                .forEach(node -> nodes.add(node.became(Lifecycle.UNREACHABLE, now, true, why)));
        before.values().stream()
                .filter(node -> node.lifecycle() == Lifecycle.DELETED)
                .forEach(nodes::add);
        nodes.sort(Comparator.comparing(NodeStatus::datacenter).thenComparing(NodeStatus::name));
        nodes.addAll(absent(nodes, why, Lifecycle.UNREACHABLE));
        return List.copyOf(nodes);
    }

    private NodeStatus seen(ObservedNode node) {
        String name = inventoryName(node.address()).orElse(node.name());
        return NodeStatus.seen(node, name, since(name, node.lifecycle()));
    }

    private Instant since(String name, Lifecycle lifecycle) {
        NodeStatus last = before.get(name);
        return last != null && last.lifecycle() == lifecycle ? last.since() : now;
    }

    private Optional<String> inventoryName(String address) {
        return datacenters()
                .flatMap(datacenter -> datacenter.nodes(cluster.name()).stream())
                .filter(node -> node.address().filter(address::equals).isPresent())
                .map(Node::name)
                .findFirst();
    }

    /** Nodes that were members and are no more, for as long as the inventory has their datacenter. */
    private List<NodeStatus> gone(List<NodeStatus> present) {
        Set<String> names = present.stream().map(NodeStatus::name).collect(Collectors.toSet());
        Set<String> datacenters = datacenters().map(Datacenter::name).collect(Collectors.toSet());
        return before.values().stream()
                .filter(node -> node.member() || node.lifecycle() == Lifecycle.DELETED)
                .filter(node -> !names.contains(node.name()) && datacenters.contains(node.datacenter()))
                .map(node -> node.became(Lifecycle.DELETED, now, false, "it has left the cluster"))
                .sorted(Comparator.comparing(NodeStatus::name))
                .toList();
    }

    private List<NodeStatus> absent(List<NodeStatus> known, String why, Lifecycle ofPresentDatacenters) {
        Places places = new Places(known);
        List<NodeStatus> absent = new ArrayList<>();
        for (Datacenter datacenter : cluster.datacenters()) {
            absent.addAll(absent(datacenter, places, ofPresentDatacenters, why));
        }
        for (Datacenter datacenter : planned().toList()) {
            absent.addAll(absent(datacenter, places, Lifecycle.PLANNED, "it is planned"));
        }
        return absent;
    }

    private List<NodeStatus> absent(Datacenter datacenter, Places places, Lifecycle lifecycle, String why) {
        ClusterName name = cluster.name();
        return datacenter.nodes(name).stream()
                .filter(node -> !places.take(datacenter.name(), node))
                .map(node -> absent(datacenter, node, lifecycle, why))
                .toList();
    }

    private NodeStatus absent(Datacenter datacenter, Node node, Lifecycle lifecycle, String why) {
        return new NodeStatus(
                node.name(),
                node.address().orElse(""),
                datacenter.name(),
                node.rack(),
                false,
                lifecycle,
                since(node.name(), lifecycle),
                Optional.empty(),
                false,
                why);
    }

    private Stream<Datacenter> datacenters() {
        return Stream.concat(cluster.datacenters().stream(), planned());
    }

    private Stream<Datacenter> planned() {
        return cluster.target().stream()
                .flatMap(target -> target.datacenters().stream())
                .map(Target.TargetDatacenter::datacenter);
    }

    /** Which nodes of the inventory are among the known ones. */
    private static final class Places {

        private final Set<String> names;
        private final Set<String> addresses;
        private final Map<List<String>, Integer> inRack = new HashMap<>();

        Places(List<NodeStatus> known) {
            names = known.stream().map(NodeStatus::name).collect(Collectors.toSet());
            addresses = known.stream().map(NodeStatus::address).collect(Collectors.toSet());
            known.forEach(node -> inRack.merge(List.of(node.datacenter(), node.rack()), 1, Integer::sum));
        }

        boolean take(String datacenter, Node node) {
            return names.contains(node.name())
                    || node.address().filter(addresses::contains).isPresent()
                    || (node.address().isEmpty() && takeAnyOf(List.of(datacenter, node.rack())));
        }

        private boolean takeAnyOf(List<String> rack) {
            int left = inRack.getOrDefault(rack, 0);
            inRack.put(rack, left - 1);
            return left > 0;
        }
    }
}
