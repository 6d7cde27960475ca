package io.convoy.lab;

import io.convoy.base.ClusterName;
import io.convoy.inventory.Endpoint;
import io.convoy.provision.NodeOrder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Orders for the voters of one ZooKeeper ensemble, numbered from 1.
 *
 * @param block the first three parts of their addresses, for example {@code 127.31.1}; they are {@code .1, .2 …}
 * @param further keys of {@code zoo.cfg} that all have
 */
public record ZooKeeperLayout(
        ClusterName cluster, String datacenter, String block, int servers, Map<String, String> further) {

    public ZooKeeperLayout {
        further = Map.copyOf(further);
    }

    public ZooKeeperLayout(ClusterName cluster, String datacenter, String block, int servers) {
        this(cluster, datacenter, block, servers, Map.of());
    }

    public List<NodeOrder> orders() {
        return numbers().mapToObj(this::order).toList();
    }

    public List<Endpoint> endpoints() {
        return numbers()
                .mapToObj(number -> new Endpoint(address(number), ZooKeeperKind.CLIENT_PORT))
                .toList();
    }

    private NodeOrder order(int number) {
        Map<String, String> settings = new TreeMap<>(further);
        numbers().forEach(other -> settings.put("server." + other, ZooKeeperKind.participant(address(other))));
        settings.put(NodeOrder.NUMBER, Integer.toString(number));
        return new NodeOrder(
                cluster,
                "zookeeper-" + number,
                new NodeOrder.Placement(datacenter, datacenter, Optional.empty()),
                Optional.of(address(number)),
                "zookeeper",
                ZooKeeperKind.VERSION,
                settings);
    }

    private IntStream numbers() {
        return IntStream.rangeClosed(1, servers);
    }

    private String address(int number) {
        return block + "." + number;
    }
}
