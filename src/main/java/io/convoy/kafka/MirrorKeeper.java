package io.convoy.kafka;

import io.convoy.inventory.Cluster;
import io.convoy.plan.PlannedNode;
import io.convoy.provision.NodeOrder;
import io.convoy.provision.ProvisionState;
import io.convoy.provision.Provisioner;
import io.convoy.provision.Provisioners;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.function.Supplier;

/** Sees that a MirrorMaker runs while something is expected of it: one that has died is started again, as it was at first. */
@Singleton
class MirrorKeeper {

    private final Supplier<Provisioner> provisioner;

    @Inject
    MirrorKeeper(Provisioners provisioners) {
        this(provisioners::chosen);
    }

    MirrorKeeper(Supplier<Provisioner> provisioner) {
        this.provisioner = provisioner;
    }

    /** Why it does not run at the moment; empty while it does. */
    Optional<String> tend(Cluster cluster) {
        ProvisionState state = provisioner.get().provide(order(cluster));
        if (state instanceof ProvisionState.Present) {
            return Optional.empty();
        }
        if (state instanceof ProvisionState.Underway underway) {
            return Optional.of("MirrorMaker does not run, it is started again: " + underway.detail());
        }
        return Optional.of("MirrorMaker does not run, see to it: "
                + (state instanceof ProvisionState.Failed failed ? failed.reason() : "nobody starts it"));
    }

    private static NodeOrder order(Cluster cluster) {
        MirrorSettings mirror = new MirrorSettings(new TwoClusterMove(MovingNodes.of(cluster), Optional.empty()));
        PlannedNode node = mirror.node();
        return new NodeOrder(
                cluster.name(),
                node.name(),
                new NodeOrder.Placement(mirror.move().destination(), node.rack(), node.nodeSize()),
                node.address(),
                MirrorSettings.SOFTWARE,
                MirrorSettings.VERSION,
                mirror.properties());
    }
}
