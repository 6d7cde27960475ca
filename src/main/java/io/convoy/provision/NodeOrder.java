package io.convoy.provision;

import io.convoy.base.ClusterName;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One node that a plan wants to exist, or to exist no more.
 *
 * @param cluster the cluster that it belongs to
 * @param node its name, unique in the cluster; the provisioner recognises by it a node that it made before
 * @param placement where it stands
 * @param address the address that it shall have, where the inventory already names one
 * @param software {@code cassandra}, {@code kafka}, {@code zookeeper} or {@code mirror-maker}
 * @param version of the software, for example {@code 5.0.9}
 * @param settings the software's own configuration keys, for example {@code cluster_name}, {@code seeds}, {@code num_tokens}
 */
public record NodeOrder(
        ClusterName cluster,
        String node,
        Placement placement,
        Optional<String> address,
        String software,
        String version,
        Map<String, String> settings) {

    /** The key of {@code settings} under which a node that its plan has numbered finds its number. */
    public static final String NUMBER = "node.id";

    public NodeOrder {
        settings = java.util.Collections.unmodifiableMap(new TreeMap<>(settings));
    }

    /** Datacenter, rack and machine type of a node. */
    public record Placement(String datacenter, String rack, Optional<String> nodeSize) {}
}
