package io.convoy.cassandra;

import io.convoy.inventory.Cluster;
import io.convoy.inventory.Datacenter;
import io.convoy.inventory.Node;
import io.convoy.nodestatus.Lifecycle;
import io.convoy.nodestatus.ObservedNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The nodes that the inventory knows by address: those that are there, and those that a target wants. */
record KnownNodes(Map<String, Place> byAddress) {

    /** One such node. */
    record Place(String name, String address, String datacenter, String rack, boolean planned) {

        /** For a node that is no member of the ring. */
        ObservedNode observe(NodeAnswers<NodePulse> pulses) {
            Optional<NodePulse> pulse = Optional.ofNullable(pulses.given().get(address));
            String reason = pulse.map(alive -> "is " + alive.mode() + " and no member of the ring")
                    .orElse(planned ? "is planned" : "is no member of the ring and does not answer");
            return new ObservedNode(name, address, datacenter, rack, lifecycle(pulse), Optional.empty(), false, reason);
        }

        private Lifecycle lifecycle(Optional<NodePulse> pulse) {
            if (pulse.isEmpty()) {
                return planned ? Lifecycle.PLANNED : Lifecycle.DELETED;
            }
            return switch (pulse.get().mode()) {
                case "STARTING", "JOINING" -> Lifecycle.JOINING;
                case "DECOMMISSIONED" -> Lifecycle.STOPPED;
                default -> Lifecycle.PROVISIONED;
            };
        }
    }

    static KnownNodes of(Cluster cluster) {
        Stream<Place> present =
                cluster.datacenters().stream().flatMap(datacenter -> places(cluster, datacenter, false));
        Stream<Place> planned = cluster.target().stream()
                .flatMap(target -> target.datacenters().stream())
                .flatMap(target -> places(cluster, target.datacenter(), true));
        return new KnownNodes(Stream.concat(present, planned)
                .collect(Collectors.toMap(Place::address, place -> place, (first, second) -> first)));
    }

    List<String> addresses() {
        return byAddress.keySet().stream().sorted().toList();
    }

    /** The inventory's name for a node, else its address. */
    String name(String address) {
        return Optional.ofNullable(byAddress.get(address)).map(Place::name).orElse(address);
    }

    List<Place> outside(Ring ring) {
        return addresses().stream()
                .filter(address -> ring.find(address).isEmpty())
                .map(byAddress::get)
                .toList();
    }

    private static Stream<Place> places(Cluster cluster, Datacenter datacenter, boolean planned) {
        return datacenter.nodes(cluster.name()).stream().flatMap(node -> place(node, datacenter, planned).stream());
    }

    private static Optional<Place> place(Node node, Datacenter datacenter, boolean planned) {
        return node.address().map(address -> new Place(node.name(), address, datacenter.name(), node.rack(), planned));
    }
}
