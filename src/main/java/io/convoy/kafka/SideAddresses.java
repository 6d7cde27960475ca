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
        String all = known(MovingNodes.of(cluster), datacenter);
        if (all.isEmpty()) {
            throw new UnreachableKafkaException("Nobody has said how to reach the cluster in " + datacenter
                    + ": name access.contactPoints, and the addresses of all target nodes, in the inventory");
        }
        return all;
    }

    /** As clients are configured with them; empty where nobody has said. */
    static String known(MovingNodes nodes, String datacenter) {
        Stream<String> addresses = datacenter.equals(nodes.destination().name())
                ? nodes.target().stream()
                        .flatMap(node -> node.address().stream())
                        .map(address -> address + ":" + MovingNodes.PORT)
                : nodes.cluster().access().map(Access::contactPoints).orElse(List.of()).stream()
                        .map(Endpoint::toString);
        return addresses.distinct().collect(Collectors.joining(","));
    }
}
