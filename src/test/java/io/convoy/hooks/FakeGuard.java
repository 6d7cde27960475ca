package io.convoy.hooks;

import io.convoy.base.ClusterName;
import io.convoy.hooks.NodeGuard.Setting;
import io.convoy.inventory.Cluster;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** Guardrails of nodes that exist only here, for clusters whose name begins with {@code fake}. */
@Priority(100)
@ApplicationScoped
public class FakeGuard implements SchemaGuard {

    private static final String DROPS = "DropTruncateTableEnabled";

    private final Map<ClusterName, Map<String, String>> drops = new ConcurrentHashMap<>();
    private final Set<String> down = ConcurrentHashMap.newKeySet();

    /** Gives the cluster a node with this setting of its own. */
    public void node(ClusterName cluster, String node, boolean dropsAllowed) {
        nodes(cluster).put(node, String.valueOf(dropsAllowed));
    }

    public void leave(ClusterName cluster, String node) {
        nodes(cluster).remove(node);
    }

    public void down(String node) {
        down.add(node);
    }

    public void up(String node) {
        down.remove(node);
    }

    /** Whether any node of the cluster lets drops pass. */
    public boolean dropsPass(ClusterName cluster) {
        return nodes(cluster).containsValue("true");
    }

    public String setting(ClusterName cluster, String node) {
        return nodes(cluster).getOrDefault(node, "gone");
    }

    @Override
    public boolean guards(Cluster cluster) {
        return cluster.name().value().startsWith("fake");
    }

    @Override
    public List<NodeGuard> enforce(Cluster cluster) {
        nodes(cluster.name()).replaceAll((node, value) -> down.contains(node) ? value : "false");
        return look(cluster);
    }

    @Override
    public List<NodeGuard> restore(Cluster cluster, List<Setting> originals) {
        originals.stream().filter(setting -> !down.contains(setting.node())).forEach(setting -> nodes(cluster.name())
                .replace(setting.node(), setting.value()));
        return look(cluster);
    }

    @Override
    public List<NodeGuard> look(Cluster cluster) {
        List<NodeGuard> seen = new ArrayList<>();
        new TreeMap<>(nodes(cluster.name())).forEach((node, value) -> seen.add(look(node, value)));
        return seen;
    }

    private NodeGuard look(String node, String value) {
        return down.contains(node)
                ? new NodeGuard(node, false, List.of(), Optional.of("connection refused"))
                : new NodeGuard(
                        node, value.equals("false"), List.of(new Setting(node, DROPS, value)), Optional.empty());
    }

    private Map<String, String> nodes(ClusterName cluster) {
        return drops.computeIfAbsent(cluster, name -> new ConcurrentHashMap<>());
    }
}
