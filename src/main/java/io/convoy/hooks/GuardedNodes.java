package io.convoy.hooks;

import io.convoy.base.RunId;
import io.convoy.hooks.NodeGuard.Setting;
import io.convoy.inventory.Cluster;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Binds and unbinds the nodes of one cluster, and remembers what they were like before. Callers hold the nodes' lock. */
@ApplicationScoped
class GuardedNodes {

    private final List<SchemaGuard> guards;
    private final OriginalStore originals;

    GuardedNodes(@All List<SchemaGuard> guards, OriginalStore originals) {
        this.guards = guards;
        this.originals = originals;
    }

    List<NodeGuard> look(Cluster cluster) {
        return guardOf(cluster).look(cluster);
    }

    /** Remembers every reachable node's own settings, and only then changes them. */
    List<NodeGuard> enforce(Cluster cluster, RunId run) {
        SchemaGuard guard = guardOf(cluster);
        List<Setting> own = guard.look(cluster).stream()
                .flatMap(node -> node.settings().stream())
                .toList();
        originals.keep(cluster.name(), run, own);
        return guard.enforce(cluster);
    }

    /** Gives the nodes their own settings again; a cluster of which nothing is remembered is not even asked. */
    Restoration restore(Cluster cluster) {
        List<Setting> remembered = originals.of(cluster.name());
        return remembered.isEmpty() ? Restoration.NOTHING : restore(cluster, remembered);
    }

    private Restoration restore(Cluster cluster, List<Setting> remembered) {
        SchemaGuard guard = guardOf(cluster);
        List<Setting> own = OwnSettings.forNodes(remembered, guard.look(cluster));
        return Restoration.of(own, guard.restore(cluster, own));
    }

    /**
     * Sees to nodes that could not be reached when their freeze ended. One that still refuses drops was cut off but never
     * restarted: it is given its own settings. One that does not has been restarted, and what it has now is its own.
     */
    Restoration settle(Cluster cluster) {
        SchemaGuard guard = guardOf(cluster);
        List<Setting> remembered = originals.of(cluster.name());
        List<String> stillBound = guard.look(cluster).stream()
                .filter(NodeGuard::enforced)
                .map(NodeGuard::node)
                .toList();
        List<Setting> own = remembered.stream()
                .filter(setting -> stillBound.contains(setting.node()))
                .toList();
        return Restoration.of(own, own.isEmpty() ? guard.look(cluster) : guard.restore(cluster, own));
    }

    private SchemaGuard guardOf(Cluster cluster) {
        return guards.stream()
                .filter(guard -> guard.guards(cluster))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Nothing in this Convoy can refuse drops on "
                        + cluster.name() + ", a " + cluster.kind().word() + " cluster"));
    }
}
