package io.convoy.hooks;

import io.convoy.base.ClusterName;
import io.convoy.base.RunId;
import io.convoy.hooks.FreezeProgress.Enforced;
import io.convoy.hooks.FreezeProgress.NotEnforced;
import io.convoy.hooks.FreezeProgress.NotReleased;
import io.convoy.hooks.FreezeProgress.Released;
import io.convoy.hooks.FreezeProgress.WaitingForPermits;
import io.convoy.inventory.Cluster;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/**
 * Brings about, and ends, the time in which no table of a cluster is dropped or truncated.
 *
 * <ol>
 *   <li>The freeze is requested: no permit is granted or renewed from then on.
 *   <li>The open permits are given back or expire.
 *   <li>Each node's own guardrails are remembered, then every node is made to refuse drops, and asked whether it does.
 *   <li>While the freeze stands, {@link FreezeKeeper} does the same to nodes that restart or join.
 *   <li>On release each node gets its own guardrails back and is asked for them; then the freeze is gone.
 * </ol>
 *
 * <p>Every call may be repeated, also after a crash in the middle of it, by any Convoy instance. The calls use transactions of
 * their own and talk to the cluster: never call them inside a transaction.
 */
@ApplicationScoped
public class SchemaFreezes {

    private final FreezeBook book;
    private final GuardedNodes nodes;
    private final SchemaPermits permits;
    private final ClusterLock lock;

    SchemaFreezes(FreezeBook book, GuardedNodes nodes, SchemaPermits permits, ClusterLock lock) {
        this.book = book;
        this.nodes = nodes;
        this.permits = permits;
        this.lock = lock;
    }

    /** Takes the freeze as far as it can go now: {@link WaitingForPermits}, {@link NotEnforced} or {@link Enforced}. */
    public FreezeProgress advance(Cluster cluster, RunId run, String reason) {
        request(cluster.name(), run, reason);
        return enforce(cluster, run);
    }

    /**
     * Stops new permits; when this returns, none will be granted.
     *
     * @throws io.convoy.base.Refusal a conflict, when another run has frozen the cluster
     */
    public void request(ClusterName cluster, RunId run, String reason) {
        book.request(cluster, run, reason);
    }

    /** Permits that are neither given back nor expired, the oldest first. */
    public List<Permit> openPermits(ClusterName cluster) {
        return permits.open(cluster);
    }

    /** The freeze that the cluster is under. */
    public Optional<SchemaFreeze> find(ClusterName cluster) {
        return book.of(cluster);
    }

    /** All freezes that stand, by cluster. */
    public List<SchemaFreeze> standing() {
        return book.all();
    }

    /** Binds every node, once no permit is open; the freeze must have been requested. */
    public FreezeProgress enforce(Cluster cluster, RunId run) {
        return lock.nodes(cluster.name(), () -> enforceAlone(cluster, run));
    }

    private FreezeProgress enforceAlone(Cluster cluster, RunId run) {
        book.checkMayBind(cluster.name(), run);
        List<Permit> open = openPermits(cluster.name());
        if (!open.isEmpty()) {
            return new WaitingForPermits(open);
        }
        List<NodeGuard> bound = nodes.enforce(cluster, run);
        List<NodeGuard> unbound =
                bound.stream().filter(node -> !node.enforced()).toList();
        if (bound.isEmpty() || !unbound.isEmpty()) {
            return new NotEnforced(unbound);
        }
        book.enforced(cluster.name(), run, bound.size());
        return new Enforced(bound);
    }

    /** Ends the run's freeze: {@link Released}, also where there was none, or {@link NotReleased}. */
    public FreezeProgress release(Cluster cluster, RunId run) {
        return release(cluster, run, "released by its run");
    }

    FreezeProgress release(Cluster cluster, RunId run, String why) {
        // Written before the lock is waited for, so that whoever keeps the freeze up sees it and lets go.
        return book.beginRelease(cluster.name(), run)
                ? lock.nodes(cluster.name(), () -> releaseAlone(cluster, run, why))
                : new Released(List.of());
    }

    private FreezeProgress releaseAlone(Cluster cluster, RunId run, String why) {
        if (!book.beginRelease(cluster.name(), run)) {
            return new Released(List.of());
        }
        Restoration restoration = nodes.restore(cluster);
        if (!restoration.unrestored().isEmpty()) {
            return new NotReleased(restoration.unrestored());
        }
        book.released(cluster.name(), run, restoration.unreachableNames(), why);
        return new Released(restoration.unreachable());
    }
}
