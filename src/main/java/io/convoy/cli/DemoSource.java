package io.convoy.cli;

import io.convoy.base.ByteSize;
import io.convoy.base.ClusterName;
import io.convoy.lab.CassandraWitness;
import io.convoy.lab.ClientRoute;
import io.convoy.lab.DataLoader;
import io.convoy.lab.KeyspaceLayout;
import io.convoy.lab.Lab;
import io.convoy.lab.LabAccounts;
import io.convoy.lab.LabCluster;
import io.convoy.lab.LoadOrder;
import io.convoy.lab.LoadProgress;
import io.convoy.lab.TableDropper;
import io.convoy.provision.NodeOrder;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** The cluster of {@code inventory/demo.yaml} before its move: three nodes in three racks, with data in several keyspaces. */
final class DemoSource implements DemoCluster {

    static final ClusterName CLUSTER = new ClusterName("orders");
    static final String OLD = "dc_old";
    static final String NEW = "dc_new";

    private static final int NODES = 3;
    private static final String OLD_BLOCK = "127.1.1.";
    private static final String NEW_BLOCK = "127.1.2.";

    private final LabCluster cluster;

    private DemoSource(LabCluster cluster) {
        this.cluster = cluster;
    }

    static DemoSource start(Lab lab) {
        LabCluster cluster = lab.cassandra(CLUSTER, orders());
        cluster.start();
        LabAccounts.create(cluster, OLD);
        return new DemoSource(cluster);
    }

    void fill(ByteSize data, Consumer<LoadProgress> listener) {
        LoadOrder order = new LoadOrder(
                List.of(
                        KeyspaceLayout.inDatacenter("orders", OLD, NODES),
                        KeyspaceLayout.inDatacenter("customers", OLD, NODES),
                        // Old clusters still have one of these; the plan converts it.
                        new KeyspaceLayout.Simple("archive", NODES)),
                data);
        DataLoader.load(operator(), order, listener);
        CassandraWitness.createSchema(operator(), Map.of(OLD, NODES));
        TableDropper.createSchema(operator(), KeyspaceLayout.inDatacenter(TableDropper.KEYSPACE, OLD, NODES));
    }

    @Override
    public String name() {
        return CLUSTER.value();
    }

    @Override
    public Map<String, String> secrets() {
        return Map.of("ORDERS_CQL", operatorSecret(), "CONVOY_CASSANDRA_PASSWORD", randomPassword());
    }

    @Override
    public DemoUsers use(ConvoyClient convoy) {
        return DemoClients.start(convoy);
    }

    private static String randomPassword() {
        byte[] bytes = new byte[16];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** The operator's {@code user:password}, as the environment variable that the inventory names holds it. */
    String operatorSecret() {
        return operator().user() + ":" + operator().password();
    }

    private ClientRoute operator() {
        return LabAccounts.operator(cluster.addresses(), OLD);
    }

    static ClientRoute clientOfOld() {
        return LabAccounts.application(oldAddresses(), OLD);
    }

    static ClientRoute clientOfNew() {
        return LabAccounts.application(newAddresses(), NEW);
    }

    static List<String> oldAddresses() {
        return addresses(OLD_BLOCK);
    }

    static List<String> newAddresses() {
        return addresses(NEW_BLOCK);
    }

    private static List<String> addresses(String block) {
        return IntStream.rangeClosed(1, NODES)
                .mapToObj(number -> block + number)
                .toList();
    }

    static List<NodeOrder> orders() {
        return IntStream.rangeClosed(1, NODES).mapToObj(DemoSource::order).toList();
    }

    private static NodeOrder order(int number) {
        return new NodeOrder(
                CLUSTER,
                CLUSTER + "-" + number,
                new NodeOrder.Placement(OLD, "r" + number, Optional.empty()),
                Optional.of(OLD_BLOCK + number),
                "cassandra",
                LabCluster.USUAL_VERSION,
                Map.of("cluster_name", CLUSTER.value(), "seeds", String.join(",", oldAddresses())));
    }
}
