package io.convoy.inventory;

import io.convoy.base.ClusterName;
import io.convoy.inventory.Target.TargetDatacenter;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What must hold between the parts of one cluster; importers find the same earlier and can say in which line. */
final class Consistency {

    private Consistency() {}

    static void check(ClusterName cluster, List<Datacenter> datacenters, Optional<Target> target) {
        if (datacenters.isEmpty()) {
            throw new IllegalArgumentException("Cluster '" + cluster + "' has no datacenter");
        }
        Set<String> seen = new HashSet<>();
        datacenters.forEach(datacenter -> addOnce(cluster, datacenter, seen));
        Set<String> present = datacenters.stream().map(Datacenter::name).collect(Collectors.toSet());
        for (TargetDatacenter planned : target.map(Target::datacenters).orElse(List.of())) {
            addOnce(cluster, planned.datacenter(), seen);
            planned.replaces().ifPresent(replaced -> checkPresent(cluster, replaced, present));
        }
    }

    private static void addOnce(ClusterName cluster, Datacenter datacenter, Set<String> seen) {
        addOnce(cluster, "datacenter '" + datacenter.name() + "'", seen);
        for (Node node : datacenter.nodes(cluster)) {
            addOnce(cluster, "node '" + node.name() + "'", seen);
            node.address().ifPresent(address -> addOnce(cluster, "address " + address, seen));
        }
    }

    private static void addOnce(ClusterName cluster, String what, Set<String> seen) {
        if (!seen.add(what)) {
            throw new IllegalArgumentException("Cluster '" + cluster + "' has " + what + " twice");
        }
    }

    private static void checkPresent(ClusterName cluster, String datacenter, Set<String> present) {
        if (!present.contains(datacenter)) {
            throw new IllegalArgumentException(
                    "Cluster '" + cluster + "' shall replace datacenter '" + datacenter + "', which it does not have");
        }
    }
}
