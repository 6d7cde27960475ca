package io.convoy.cli;

import io.convoy.base.ByteSize;
import io.convoy.base.ClusterName;
import io.convoy.lab.KafkaLayout;
import io.convoy.lab.KafkaTools;
import io.convoy.lab.KafkaWitness;
import io.convoy.lab.Lab;
import io.convoy.lab.TopicLoader;
import io.convoy.lab.TopicOrder;
import io.convoy.lab.TransactionWitness;
import io.convoy.lab.ZooKeeperLayout;
import java.util.List;
import java.util.Map;

/**
 * The Kafka cluster of {@code inventory/demo.yaml} before its move: three brokers that keep their metadata in a ZooKeeper, in
 * which another cluster, {@code views}, lives too and stays.
 */
final class DemoKafka implements DemoCluster {

    static final ClusterName CLUSTER = new ClusterName("clicks");

    private static final int BROKERS = 3;
    private static final int WITNESS_PARTITIONS = 6;
    private static final ZooKeeperLayout ENSEMBLE =
            new ZooKeeperLayout(new ClusterName("shared"), "zk_old", "127.31.9", 1);
    private static final KafkaLayout OLD = KafkaLayout.first(CLUSTER.value(), "kafka_old", "127.31.1", BROKERS)
            .inTwoZones()
            .withJmx()
            .onZooKeeper(connect("/clicks"));
    private static final KafkaLayout NEW =
            KafkaLayout.first(CLUSTER.value(), "kafka_new", "127.31.2", BROKERS).onZooKeeper(connect("/clicks"));
    private static final KafkaLayout NEIGHBOUR = KafkaLayout.first("views", "views", "127.31.8", 1)
            .withSettings(Map.of(
                    "default.replication.factor", "1",
                    "min.insync.replicas", "1",
                    "offsets.topic.replication.factor", "1",
                    "transaction.state.log.replication.factor", "1",
                    "transaction.state.log.min.isr", "1"))
            .onZooKeeper(connect("/views"));

    private DemoKafka() {}

    private static String connect(String chroot) {
        return ENSEMBLE.endpoints().get(0) + chroot;
    }

    static DemoKafka start(Lab lab) {
        lab.zookeeper(ENSEMBLE.cluster(), ENSEMBLE.orders()).start();
        lab.kafka(OLD.cluster(), OLD.orders()).start();
        lab.kafka(NEIGHBOUR.cluster(), NEIGHBOUR.orders()).start();
        return new DemoKafka();
    }

    /** Topics of several kinds, with records in them. */
    void fill(ByteSize data) {
        String servers = OLD.bootstrapServers();
        TopicLoader.load(servers, new TopicOrder("history", 2, 3, data));
        TopicLoader.make(servers, "two-zones", 3, 2, Map.of("min.insync.replicas", "1"));
        TopicLoader.make(servers, "compacted", 3, 3, Map.of("cleanup.policy", "compact"));
        TopicLoader.load(NEIGHBOUR.bootstrapServers(), new TopicOrder("seen", 2, 1, ByteSize.parse("1MiB")));
        KafkaWitness.createTopic(servers, WITNESS_PARTITIONS);
        TransactionWitness.createTopic(servers, WITNESS_PARTITIONS);
    }

    @Override
    public String name() {
        return CLUSTER.value();
    }

    @Override
    public Map<String, String> secrets() {
        return Map.of();
    }

    @Override
    public DemoUsers use(ConvoyClient convoy) {
        return DemoKafkaUsers.start(OLD.bootstrapServers(), NEW.bootstrapServers());
    }

    /** By Kafka's own tools: no replica on the brokers that were to be left, no reassignment, no throttle. */
    @Override
    public List<String> independentLook(boolean rolledBack) {
        KafkaLayout home = rolledBack ? OLD : NEW;
        List<Integer> ids = rolledBack ? List.of(1, 2, 3) : List.of(4, 5, 6);
        return KafkaTools.of(KafkaLayout.LAST_WITH_ZOOKEEPER, home.bootstrapServers())
                .objections(ids);
    }
}
