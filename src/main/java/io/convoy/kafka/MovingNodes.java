package io.convoy.kafka;

import io.convoy.base.Refusal;
import io.convoy.inventory.Access;
import io.convoy.inventory.Cluster;
import io.convoy.inventory.Datacenter;
import io.convoy.inventory.Endpoint;
import io.convoy.inventory.Target.TargetDatacenter;
import io.convoy.plan.PlannedNode;
import java.util.List;

/**
 * The nodes between which a cluster moves, as the inventory names them.
 *
 * @param source the datacenter that is left
 * @param destination the datacenter that comes
 */
record MovingNodes(Cluster cluster, Datacenter source, Datacenter destination) {

    /** Where brokers listen to clients, unless somebody says otherwise. */
    static final int PORT = 9092;

    static MovingNodes of(Cluster cluster) {
        List<TargetDatacenter> targets =
                cluster.target().map(target -> target.datacenters()).orElse(List.of());
        if (targets.size() != 1) {
            throw Refusal.invalidAt(
                    "/target/datacenters",
                    "Cluster " + cluster.name() + " names " + targets.size()
                            + " target datacenters: name the one that its brokers move to");
        }
        TargetDatacenter target = targets.get(0);
        Datacenter source = target.replaces().flatMap(cluster::datacenter).orElseGet(() -> cluster.datacenters()
                .get(0));
        return new MovingNodes(cluster, source, target.datacenter());
    }

    List<PlannedNode> sources() {
        return nodes(source);
    }

    List<PlannedNode> target() {
        return nodes(destination);
    }

    private List<PlannedNode> nodes(Datacenter datacenter) {
        return datacenter.nodes(cluster.name()).stream().map(PlannedNode::of).toList();
    }

    /** Where the new brokers listen to clients: where the old ones do. */
    int port() {
        return cluster.access().map(Access::contactPoints).orElse(List.of()).stream()
                .findFirst()
                .map(Endpoint::port)
                .orElse(PORT);
    }

    /** Whether data that moves crosses a link that somebody pays for. */
    boolean crossesALink() {
        return !source.provider().equals(destination.provider())
                || !source.region().equals(destination.region());
    }
}
