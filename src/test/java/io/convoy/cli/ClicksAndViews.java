package io.convoy.cli;

import io.convoy.base.ByteSize;
import io.convoy.base.ClusterName;
import io.convoy.lab.KafkaLayout;
import io.convoy.lab.LabCluster;
import io.convoy.lab.LabNode;
import io.convoy.lab.TestLab;
import io.convoy.lab.TopicLoader;
import io.convoy.lab.TopicOrder;
import io.convoy.lab.ZooKeeperLayout;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Two clusters of one broker each that share a ZooKeeper: {@code clicks} is to move, {@code views} stays. */
final class ClicksAndViews {

    static final ClusterName CLICKS = new ClusterName("clicks");

    private static final ZooKeeperLayout ENSEMBLE =
            new ZooKeeperLayout(new ClusterName("shared"), "zk_old", "127.31.9", 1);
    private static final Map<String, String> ALONE = Map.of(
            "default.replication.factor", "1",
            "min.insync.replicas", "1",
            "offsets.topic.num.partitions", "1",
            "offsets.topic.replication.factor", "1",
            "transaction.state.log.num.partitions", "1",
            "transaction.state.log.replication.factor", "1",
            "transaction.state.log.min.isr", "1");
    private static final KafkaLayout OLD = layout("clicks", "kafka_old", "127.31.1");
    private static final KafkaLayout NEW = layout("clicks", "kafka_new", "127.31.2");
    private static final KafkaLayout VIEWS = layout("views", "views", "127.31.8");

    private static final String INVENTORY = """
            apiVersion: convoy/v1
            kind: Inventory
            fleet: shared-zookeeper
            defaults: {environment: development, provider: lab, region: loopback}
            clusters:
              - name: clicks
                kind: kafka
                version: 3.9.2
                tier: gold
                owner: {team: clicks, contact: clicks-oncall@example.com}
                metadata: {mode: zookeeper, servers: ["127.31.9.1:2181"], chroot: /clicks, sharedWith: [views]}
                datacenters:
                  - name: kafka_old
                    nodes: [{name: kafka-old-1, address: 127.31.1.1, rack: kafka_old-r1}]
                access:
                  contactPoints: ["127.31.1.1:9092"]
                target:
                  strategy: kafka-shared-cluster
                  zookeeperServers: ["127.31.3.1:2181", "127.31.3.2:2181", "127.31.3.3:2181"]
                  datacenters:
                    - name: kafka_new
                      replaces: kafka_old
                      nodes: [{name: kafka-new-1, address: 127.31.2.1, rack: kafka_new-r1}]
            """;

    private final LabCluster old;

    private ClicksAndViews(LabCluster old) {
        this.old = old;
    }

    private static KafkaLayout layout(String cluster, String datacenter, String block) {
        return KafkaLayout.first(cluster, datacenter, block, 1)
                .withSettings(ALONE)
                .onZooKeeper(ENSEMBLE.endpoints().get(0) + "/" + cluster);
    }

    static ClicksAndViews start() {
        TestLab.lab().zookeeper(ENSEMBLE.cluster(), ENSEMBLE.orders()).start();
        LabCluster old = TestLab.lab().kafka(OLD.cluster(), OLD.orders());
        List.of(old, TestLab.lab().kafka(VIEWS.cluster(), VIEWS.orders())).parallelStream()
                .forEach(LabCluster::start);
        load(VIEWS, "seen");
        return new ClicksAndViews(old);
    }

    static byte[] inventory() {
        return INVENTORY.getBytes(StandardCharsets.UTF_8);
    }

    static String before() {
        return OLD.bootstrapServers();
    }

    static String after() {
        return NEW.bootstrapServers();
    }

    /** In its own way, as an owner would before it is given up: ZooKeeper hears of it at once. */
    void stopOldBroker() {
        old.nodes().forEach(LabNode::stop);
    }

    /** Both can write metadata. */
    void useBoth() {
        load(NEW, "after");
        load(VIEWS, "after");
    }

    private static void load(KafkaLayout layout, String topic) {
        TopicLoader.load(layout.bootstrapServers(), new TopicOrder(topic, 1, 1, ByteSize.parse("1MiB")));
    }

    static void discard() {
        List<String> own = List.of("shared", "clicks", "views");
        TestLab.lab().directory().nodes().stream()
                .filter(node -> own.contains(node.description().cluster()))
                .forEach(LabNode::retire);
    }
}
