package io.convoy.hooks;

import io.convoy.base.ClusterName;
import io.convoy.inventory.Cluster;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jboss.logging.Logger;

/** Keeps standing freezes up on nodes that restart or join, and ends those that nobody is left to end. */
@ApplicationScoped
class FreezeKeeper {

    private static final Logger LOG = Logger.getLogger(FreezeKeeper.class);

    private final FreezeBook book;
    private final GuardedNodes nodes;
    private final SchemaFreezes freezes;
    private final FreezeOwner owner;
    private final ClusterLock lock;

    FreezeKeeper(FreezeBook book, GuardedNodes nodes, SchemaFreezes freezes, FreezeOwner owner, ClusterLock lock) {
        this.book = book;
        this.nodes = nodes;
        this.freezes = freezes;
        this.owner = owner;
        this.lock = lock;
    }

    /** Does for one freeze what it needs now; does nothing where somebody else is at work on the cluster's nodes. */
    void tend(Cluster cluster, SchemaFreeze freeze) {
        if (!owner.stillNeeds(freeze.run())) {
            releaseOrphan(cluster, freeze);
        } else if (freeze.state() == FreezeState.ENFORCED) {
            lock.nodesIfFree(cluster.name(), () -> keep(cluster));
        }
    }

    private void releaseOrphan(Cluster cluster, SchemaFreeze freeze) {
        FreezeProgress progress =
                freezes.release(cluster, freeze.run(), "its run is over or gone and had left the freeze behind");
        if (progress.isReached()) {
            LOG.infof("Released the schema freeze of %s, which run %s had left behind", cluster.name(), freeze.run());
        } else {
            LOG.warnf(
                    "The schema freeze of %s, left behind by run %s, could not be released yet: %s",
                    cluster.name(), freeze.run(), progress.describe());
        }
    }

    /** Binds nodes that are not bound; answers which. */
    private List<String> keep(Cluster cluster) {
        // Read again under the lock: the freeze may be on its way out by now.
        List<SchemaFreeze> enforced = book.of(cluster.name()).stream()
                .filter(freeze -> freeze.state() == FreezeState.ENFORCED)
                .toList();
        List<String> loose = enforced.isEmpty() ? List.of() : loose(nodes.look(cluster));
        if (!loose.isEmpty()) {
            SchemaFreeze freeze = enforced.get(0);
            List<String> stillLoose = loose(nodes.enforce(cluster, freeze.run()));
            report(cluster.name(), freeze, loose, stillLoose);
        }
        return loose;
    }

    private static List<String> loose(List<NodeGuard> seen) {
        return seen.stream()
                .filter(node -> !node.enforced() && node.unreachable().isEmpty())
                .map(NodeGuard::node)
                .toList();
    }

    private void report(ClusterName cluster, SchemaFreeze freeze, List<String> loose, List<String> stillLoose) {
        List<String> bound =
                loose.stream().filter(node -> !stillLoose.contains(node)).toList();
        if (!bound.isEmpty()) {
            book.reapplied(cluster, freeze.run(), bound);
            LOG.infof("Froze the schema of %s again on %s, which had restarted or joined", cluster, bound);
        }
        if (!stillLoose.isEmpty()) {
            LOG.errorf("The schema of %s is frozen, but %s do not refuse drops", cluster, stillLoose);
        }
    }

    /** Sees to nodes that could not be reached when their freeze ended. */
    void settleLeftovers(Cluster cluster) {
        lock.nodesIfFree(cluster.name(), () -> settle(cluster));
    }

    private Restoration settle(Cluster cluster) {
        if (book.of(cluster.name()).isPresent()) {
            return Restoration.NOTHING;
        }
        Restoration restoration = nodes.settle(cluster);
        if (restoration.unrestored().isEmpty()) {
            book.leftoversSettled(cluster.name(), restoration.unreachableNames());
        }
        return restoration;
    }
}
