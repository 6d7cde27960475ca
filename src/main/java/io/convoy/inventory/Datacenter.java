package io.convoy.inventory;

import io.convoy.base.ClusterName;
import java.util.List;
import java.util.stream.Stream;

/**
 * A part of a cluster in one region: a Cassandra datacenter, or the brokers of a Kafka cluster there.
 *
 * @param provider lower case, for example {@code aws}
 * @param region lower case, for example {@code us-east-1}
 */
public record Datacenter(String name, String provider, String region, NodeLayout layout) {

    public Datacenter {
        Words.word(name);
        Words.lowerCaseWord(provider);
        Words.lowerCaseWord(region);
    }

    public int nodeCount() {
        return layout.nodeCount();
    }

    /** Its nodes, those that are only counted under names that stay the same from call to call. */
    public List<Node> nodes(ClusterName cluster) {
        return layout.nodes(cluster, name);
    }

    public List<String> nodeNames(ClusterName cluster) {
        return nodes(cluster).stream().map(Node::name).toList();
    }

    /** The racks' names, each once, in the inventory's order. */
    public List<String> racks() {
        return layout.racks();
    }

    /** The machine type of each node for which one is named, as often as it occurs. */
    public Stream<String> nodeSizes() {
        return layout.nodeSizes();
    }
}
