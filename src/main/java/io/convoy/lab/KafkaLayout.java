package io.convoy.lab;

import io.convoy.base.ClusterName;
import io.convoy.inventory.Endpoint;
import io.convoy.provision.NodeOrder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Orders for the nodes of one small Kafka cluster in one datacenter, each a broker with a controller, one a rack
 * ({@code <datacenter>-r1 …}) unless there are fewer racks than that.
 *
 * @param controllers {@code address:port} of the quorum that its nodes join as observers; empty means that they found one
 * @param settings further keys of {@code server.properties}, for every node
 */
public record KafkaLayout(
        ClusterName cluster, Brokers brokers, List<String> controllers, Map<String, String> settings) {

    /** The Kafka that labs run where nothing else is asked for. */
    public static final String USUAL_VERSION = "4.3.1";

    /** The last that can keep its metadata in ZooKeeper. */
    public static final String LAST_WITH_ZOOKEEPER = "3.9.2";

    private static final int FIRST_ID_APART = 100;

    public KafkaLayout {
        controllers = List.copyOf(controllers);
        settings = Map.copyOf(settings);
    }

    /**
     * Where brokers stand, and how they are numbered.
     *
     * @param block the first three parts of their addresses, for example {@code 127.21.1}; they are {@code .1, .2 …}
     * @param firstId the first one's node id
     * @param racks in which they stand in turn
     */
    public record Brokers(String datacenter, String block, int count, int firstId, String version, int racks) {

        private List<String> addresses() {
            return numbers().mapToObj(this::address).toList();
        }

        private IntStream numbers() {
            return IntStream.rangeClosed(1, count);
        }

        private String address(int number) {
            return block + "." + number;
        }

        private String rack(int number) {
            return datacenter + "-r" + ((number - 1) % racks + 1);
        }

        private int id(int number) {
            return firstId + number - 1;
        }
    }

    /** A new cluster of the lab's usual version, with node ids from 1. */
    public static KafkaLayout first(String cluster, String datacenter, String block, int brokers) {
        return new KafkaLayout(
                new ClusterName(cluster),
                new Brokers(datacenter, block, brokers, 1, USUAL_VERSION, brokers),
                List.of(),
                Map.of());
    }

    /** Further nodes of this cluster in another datacenter, with node ids a hundred higher, which join as observers. */
    public KafkaLayout beside(String datacenter, String block, int count) {
        Brokers others =
                new Brokers(datacenter, block, count, brokers.firstId() + FIRST_ID_APART, brokers.version(), count);
        return new KafkaLayout(cluster, others, controllerEndpoints(), settings);
    }

    public KafkaLayout withSettings(Map<String, String> other) {
        return new KafkaLayout(cluster, brokers, controllers, other);
    }

    /**
     * The same nodes as brokers of a cluster that keeps its metadata in ZooKeeper, in the last release that can.
     *
     * @param connect {@code address:port,…/chroot}
     */
    public KafkaLayout onZooKeeper(String connect) {
        Brokers old = new Brokers(
                brokers.datacenter(),
                brokers.block(),
                brokers.count(),
                brokers.firstId(),
                LAST_WITH_ZOOKEEPER,
                brokers.racks());
        Map<String, String> all = new TreeMap<>(settings);
        all.put(KafkaSettings.ZOOKEEPER, connect);
        return new KafkaLayout(cluster, old, List.of(), all);
    }

    /** The same nodes in two availability zones, in turn. */
    public KafkaLayout inTwoZones() {
        Brokers zoned = new Brokers(
                brokers.datacenter(), brokers.block(), brokers.count(), brokers.firstId(), brokers.version(), 2);
        return new KafkaLayout(cluster, zoned, controllers, settings);
    }

    /** The same nodes, with JMX on each one's own address. */
    public KafkaLayout withJmx() {
        Map<String, String> all = new TreeMap<>(settings);
        all.put(KafkaSettings.JMX_PORT, Integer.toString(LabNode.JMX_PORT));
        return new KafkaLayout(cluster, brokers, controllers, all);
    }

    public boolean hasJmx() {
        return settings.containsKey(KafkaSettings.JMX_PORT);
    }

    /** The same nodes with a quorum whose voters stand in their files, as they all were before 3.9. */
    public KafkaLayout withStaticQuorum() {
        Map<String, String> all = new TreeMap<>(settings);
        all.put(
                KafkaSettings.VOTERS,
                brokers.numbers()
                        .mapToObj(number -> brokers.id(number) + "@"
                                + new Endpoint(brokers.address(number), KafkaKind.CONTROLLER_PORT))
                        .collect(Collectors.joining(",")));
        return new KafkaLayout(cluster, brokers, controllers, all);
    }

    public List<String> addresses() {
        return brokers.addresses();
    }

    /** As clients are configured with it. */
    public String bootstrapServers() {
        return addresses().stream()
                .map(address -> new Endpoint(address, KafkaKind.BROKER_PORT).toString())
                .collect(Collectors.joining(","));
    }

    public List<NodeOrder> orders() {
        return brokers.numbers().mapToObj(this::order).toList();
    }

    private NodeOrder order(int number) {
        return new NodeOrder(
                cluster,
                brokers.datacenter().replace('_', '-') + "-" + number,
                new NodeOrder.Placement(brokers.datacenter(), brokers.rack(number), Optional.empty()),
                Optional.of(brokers.address(number)),
                "kafka",
                brokers.version(),
                settings(number));
    }

    private Map<String, String> settings(int number) {
        Map<String, String> all = new TreeMap<>(settings);
        if (all.containsKey(KafkaSettings.ZOOKEEPER)) {
            all.putIfAbsent(KafkaSettings.NODE_ID, Integer.toString(brokers.id(number)));
            return all;
        }
        all.putIfAbsent(KafkaSettings.CLUSTER_ID, KafkaId.derivedFrom(cluster.value()));
        all.putIfAbsent(KafkaSettings.NODE_ID, Integer.toString(brokers.id(number)));
        all.putIfAbsent(KafkaSettings.ROLES, KafkaSettings.BOTH_ROLES);
        // Its own controllers too: they are the only ones left when it restarts after the others have gone.
        all.putIfAbsent(
                KafkaSettings.BOOTSTRAP_CONTROLLERS,
                Stream.concat(controllers.stream(), controllerEndpoints().stream())
                        .collect(Collectors.joining(",")));
        if (controllers.isEmpty() && !all.containsKey(KafkaSettings.VOTERS)) {
            all.putIfAbsent(KafkaSettings.INITIAL_CONTROLLERS, initialControllers());
        }
        return all;
    }

    private List<String> controllerEndpoints() {
        return addresses().stream()
                .map(address -> new Endpoint(address, KafkaKind.CONTROLLER_PORT).toString())
                .toList();
    }

    private String initialControllers() {
        return brokers.numbers().mapToObj(this::initialController).collect(Collectors.joining(","));
    }

    private String initialController(int number) {
        return KafkaSettings.initialController(brokers.id(number), brokers.address(number));
    }
}
