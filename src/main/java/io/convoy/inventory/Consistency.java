package io.convoy.inventory;

import io.convoy.base.ClusterName;
import io.convoy.inventory.Target.TargetDatacenter;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What must hold between the parts of one cluster; importers find the same earlier and can say in which line. */
final class Consistency {

    private Consistency() {}

    static void check(ClusterName cluster, List<Datacenter> datacenters, Optional<Target> target) {
        if (datacenters.isEmpty()) {
            throw new IllegalArgumentException("Cluster '" + cluster + "' has no datacenter");
        }
        Set<String> names = new HashSet<>();
        Set<String> nodes = new HashSet<>();
        datacenters.forEach(datacenter -> addOnce(cluster, datacenter, names, nodes));
        Set<String> present = Set.copyOf(names);
        for (TargetDatacenter planned : target.map(Target::datacenters).orElse(List.of())) {
            addOnce(cluster, planned.datacenter(), names, nodes);
            planned.replaces().ifPresent(replaced -> checkPresent(cluster, replaced, present));
        }
    }

    private static void addOnce(ClusterName cluster, Datacenter datacenter, Set<String> names, Set<String> nodes) {
        if (!names.add(datacenter.name())) {
            throw new IllegalArgumentException(
                    "Cluster '" + cluster + "' has two datacenters named '" + datacenter.name() + "'");
        }
        for (Node node : datacenter.nodes(cluster)) {
            if (!nodes.add(node.name())) {
                throw new IllegalArgumentException(
                        "Cluster '" + cluster + "' has two nodes named '" + node.name() + "'");
            }
        }
    }

    private static void checkPresent(ClusterName cluster, String datacenter, Set<String> present) {
        if (!present.contains(datacenter)) {
            throw new IllegalArgumentException(
                    "Cluster '" + cluster + "' shall replace datacenter '" + datacenter + "', which it does not have");
        }
    }
}
