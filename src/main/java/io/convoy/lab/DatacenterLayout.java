package io.convoy.lab;

import io.convoy.base.ClusterName;
import io.convoy.provision.NodeOrder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Orders for the nodes of one small Cassandra datacenter, one node a rack ({@code r1, r2 …}).
 *
 * @param block the first three parts of its addresses, for example {@code 127.11.1}; its nodes are {@code .1, .2 …}
 * @param seeds addresses; empty means that the datacenter's own nodes are the seeds
 * @param settings further keys of {@code cassandra.yaml}, for every node
 */
public record DatacenterLayout(
        ClusterName cluster,
        String datacenter,
        String block,
        int nodes,
        String version,
        List<String> seeds,
        Map<String, String> settings) {

    public DatacenterLayout {
        seeds = List.copyOf(seeds);
        settings = Map.copyOf(settings);
    }

    /** The first datacenter of a new cluster, of the lab's usual version. */
    public static DatacenterLayout first(String cluster, String datacenter, String block, int nodes) {
        return new DatacenterLayout(
                new ClusterName(cluster), datacenter, block, nodes, LabCluster.USUAL_VERSION, List.of(), Map.of());
    }

    /** A further datacenter of this cluster, whose seeds are this one's nodes. */
    public DatacenterLayout beside(String otherDatacenter, String otherBlock, int otherNodes) {
        return new DatacenterLayout(cluster, otherDatacenter, otherBlock, otherNodes, version, addresses(), settings);
    }

    public DatacenterLayout withSettings(Map<String, String> other) {
        return new DatacenterLayout(cluster, datacenter, block, nodes, version, seeds, other);
    }

    public DatacenterLayout withVersion(String other) {
        return new DatacenterLayout(cluster, datacenter, block, nodes, other, seeds, settings);
    }

    public List<String> addresses() {
        return numbers().mapToObj(this::address).toList();
    }

    public List<NodeOrder> orders() {
        return numbers().mapToObj(this::order).toList();
    }

    private NodeOrder order(int number) {
        Map<String, String> all = new java.util.TreeMap<>(settings);
        all.putIfAbsent("cluster_name", cluster.value());
        all.putIfAbsent("seeds", String.join(",", seeds.isEmpty() ? addresses() : seeds));
        return new NodeOrder(
                cluster,
                datacenter.replace('_', '-') + "-" + number,
                new NodeOrder.Placement(datacenter, "r" + number, Optional.empty()),
                Optional.of(address(number)),
                "cassandra",
                version,
                all);
    }

    private IntStream numbers() {
        return IntStream.rangeClosed(1, nodes);
    }

    private String address(int number) {
        return block + "." + number;
    }
}
