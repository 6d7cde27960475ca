package io.convoy.kafka;

import io.convoy.base.Problem;
import io.convoy.base.Refusal;
import io.convoy.inventory.Cluster;
import io.convoy.inventory.Datacenter;
import io.convoy.inventory.Node;
import io.convoy.inventory.Target.TargetDatacenter;
import io.convoy.plan.PlannedNode;
import java.util.List;
import java.util.Optional;

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
            String message = "Cluster " + cluster.name() + " names " + targets.size()
                    + " target datacenters: name the one that its brokers move to";
            throw Refusal.invalid(message, List.of(Problem.at("/target/datacenters", message)));
        }
        TargetDatacenter target = targets.get(0);
        Datacenter source = cluster.datacenters().stream()
                .filter(datacenter ->
                        target.replaces().map(datacenter.name()::equals).orElse(true))
                .findFirst()
                .orElseThrow();
        return new MovingNodes(cluster, source, target.datacenter());
    }

    List<PlannedNode> sources() {
        return nodes(source);
    }

    List<PlannedNode> target() {
        return nodes(destination);
    }

    private List<PlannedNode> nodes(Datacenter datacenter) {
        return datacenter.layout().nodes(cluster.name(), datacenter.name()).stream()
                .map(MovingNodes::planned)
                .toList();
    }

    private static PlannedNode planned(Node node) {
        return new PlannedNode(node.name(), node.rack(), node.address(), node.nodeSize(), Optional.empty());
    }

    /** Whether data that moves crosses a link that somebody pays for. */
    boolean crossesALink() {
        return !source.provider().equals(destination.provider())
                || !source.region().equals(destination.region());
    }
}
