package io.convoy.kafka;

import io.convoy.inventory.Access;
import io.convoy.inventory.Cluster;
import io.convoy.inventory.Endpoint;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The bootstrap servers of one of two clusters: whoever mixed them would never know which one answers. */
final class SideAddresses {

    private SideAddresses() {}

    static String of(Cluster cluster, String datacenter) {
        MovingNodes nodes = MovingNodes.of(cluster);
        Stream<String> addresses = datacenter.equals(nodes.destination().name())
                ? nodes.target().stream()
                        .flatMap(node -> node.address().stream())
                        .map(address -> address + ":" + MovingNodes.PORT)
                : cluster.access().map(Access::contactPoints).orElse(List.of()).stream()
                        .map(Endpoint::toString);
        String all = addresses.distinct().collect(Collectors.joining(","));
        if (all.isEmpty()) {
            throw new UnreachableKafkaException("Nobody has said how to reach the cluster in " + datacenter + ": name "
                    + "access.contactPoints, and the addresses of all target nodes, in the inventory");
        }
        return all;
    }
}
