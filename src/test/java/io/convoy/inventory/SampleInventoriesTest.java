package io.convoy.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.convoy.base.ByteSize;
import io.convoy.base.ClusterName;
import io.convoy.base.SecretReference;
import io.convoy.inventory.Target.TargetDatacenter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SampleInventoriesTest {

    private final InventoryReader reader = new InventoryReader(ByteSize.parse("16MiB"));

    @Test
    void theDemoMovesThreeNodesToThreeOthers() throws IOException {
        Fleet fleet = read("demo.yaml", ImportFormat.YAML);

        assertThat(fleet.name()).isEqualTo("demo");
        assertThat(fleet.clusters())
                .extracting(cluster -> cluster.name().value())
                .containsExactly("orders", "clicks", "ads", "blog", "carts", "dunning", "events", "faces");
        assertThat(fleet.clusters().subList(2, 8))
                .allMatch(cluster -> cluster.target().map(Target::strategy).equals(java.util.Optional.of("pretend")));
        Cluster orders = fleet.clusters().get(0);
        assertThat(orders.name().value()).isEqualTo("orders");
        assertThat(orders.kind()).isEqualTo(Kind.CASSANDRA);
        assertThat(orders.version()).isEqualTo("5.0.9");
        assertThat(nodes(orders.datacenters().get(0), orders))
                .containsExactly("orders-1 127.1.1.1 r1", "orders-2 127.1.1.2 r2", "orders-3 127.1.1.3 r3");
        Access access = orders.access().orElseThrow();
        assertThat(access.contactPoints())
                .extracting(Endpoint::toString)
                .containsExactly("127.1.1.1:9042", "127.1.1.2:9042", "127.1.1.3:9042");
        assertThat(access.credentials()).contains(new SecretReference("env:ORDERS_CQL"));
        Target target = orders.target().orElseThrow();
        assertThat(target.strategy()).isEqualTo("cassandra-add-datacenter");
        TargetDatacenter planned = target.datacenters().get(0);
        assertThat(planned.replaces()).contains("dc_old");
        assertThat(planned.datacenter().name()).isEqualTo("dc_new");
        assertThat(planned.datacenter().region())
                .isEqualTo(orders.datacenters().get(0).region());
        assertThat(nodes(planned.datacenter(), orders))
                .containsExactly("orders-11 127.1.2.1 r1", "orders-12 127.1.2.2 r2", "orders-13 127.1.2.3 r3");
    }

    @Test
    void theDemoMovesThreeBrokersAndTheirMetadataOutOfASharedZooKeeper() throws IOException {
        KafkaCluster clicks =
                read("demo.yaml", ImportFormat.YAML).clusters().get(1).match(cassandra -> null, kafka -> kafka);

        assertThat(clicks.metadata().orElseThrow().chroot()).contains("/clicks");
        assertThat(clicks.metadata().orElseThrow().sharedWith()).containsExactly(new ClusterName("views"));
        assertThat(clicks.target().orElseThrow().zookeeperServers()).hasSize(3);
    }

    @Test
    void theFleetOf2023HasItsClustersNodesSizesAndPlaces() throws IOException {
        Fleet fleet = read("fleet-2023.yaml", ImportFormat.YAML);

        assertThat(ofKind(fleet, Kind.CASSANDRA)).hasSize(58);
        assertThat(nodeCount(fleet, Kind.CASSANDRA)).isEqualTo(1079);
        assertThat(nodeSizes(fleet, Kind.CASSANDRA)).hasSize(17);
        assertThat(ofKind(fleet, Kind.KAFKA)).hasSize(154);
        assertThat(nodeCount(fleet, Kind.KAFKA)).isEqualTo(1050);
        assertThat(nodeSizes(fleet, Kind.KAFKA)).hasSize(21);
        assertThat(datacenters(fleet).map(Datacenter::provider).distinct()).containsExactlyInAnyOrder("aws", "gcp");
        assertThat(datacenters(fleet)
                        .map(datacenter -> datacenter.provider() + "/" + datacenter.region())
                        .distinct())
                .hasSize(6);
        assertThat(fleet.clusters()).allMatch(cluster -> cluster.target().isPresent());
    }

    @Test
    void theFleetOf2023PlansNoNodeSizeThatItDoesNotKnow() throws IOException {
        Fleet fleet = read("fleet-2023.yaml", ImportFormat.YAML);

        for (Kind kind : Kind.values()) {
            assertThat(nodeSizes(fleet, kind)).containsAll(targetSizes(fleet, kind));
        }
    }

    @Test
    void someKafkaClustersOf2023ShareAZooKeeperAndSayItOfEachOther() throws IOException {
        Fleet fleet = read("fleet-2023.yaml", ImportFormat.YAML);
        List<KafkaCluster> sharing = kafka(fleet)
                .filter(cluster ->
                        cluster.metadata().map(it -> !it.sharedWith().isEmpty()).orElse(false))
                .toList();

        assertThat(sharing).hasSize(32);
        for (KafkaCluster cluster : sharing) {
            KafkaMetadata metadata = cluster.metadata().orElseThrow();
            for (ClusterName other : metadata.sharedWith()) {
                KafkaMetadata others = sharing.stream()
                        .filter(it -> it.name().equals(other))
                        .findFirst()
                        .flatMap(KafkaCluster::metadata)
                        .orElseThrow();
                assertThat(others.sharedWith()).contains(cluster.name());
                assertThat(others.servers()).isEqualTo(metadata.servers());
            }
        }
    }

    @Test
    void someKafkaClustersOf2023KeepTwoReplicasInTwoZones() throws IOException {
        List<KafkaCluster> twoReplicas = kafka(read("fleet-2023.yaml", ImportFormat.YAML))
                .filter(cluster -> "2".equals(cluster.labels().get("replication-factor")))
                .toList();

        assertThat(twoReplicas).hasSize(27);
        assertThat(twoReplicas)
                .allMatch(cluster -> cluster.datacenters().get(0).racks().size() == 2);
    }

    @Test
    void theFileOf2023IsWhatItsGeneratorWrites() throws IOException {
        assertThat(Files.readString(Fleet2023.FILE)).isEqualTo(Fleet2023.yaml());
    }

    @Test
    void theTableGroupsItsRowsToClusters() throws IOException {
        Fleet fleet = read("fleet-sample.csv", ImportFormat.CSV);

        assertThat(fleet.clusters())
                .extracting(cluster -> cluster.name().value())
                .containsExactly("orders", "carts", "clicks");
        Cluster orders = fleet.clusters().get(0);
        assertThat(orders.nodeCount()).isEqualTo(21);
        assertThat(orders.datacenters()).extracting(Datacenter::name).containsExactly("use1", "euw1");
        assertThat(orders.datacenters().get(0).racks()).containsExactly("us-east-1a", "us-east-1b", "us-east-1c");
        assertThat(orders.datacenters().get(0).nodeSizes().distinct()).containsExactly("r6g.xlarge", "r6g.2xlarge");
        assertThat(orders.dataSize()).contains(ByteSize.parse("12TiB"));
        assertThat(orders.labels()).isEqualTo(Map.of("customer", "acme", "cost center", "CC-1001"));
        assertThat(fleet.clusters().get(1).owner().contact()).contains("Checkout, second line");
        assertThat(fleet.clusters().get(1).environment()).isEqualTo(Environment.STAGING);
    }

    private Fleet read(String name, ImportFormat format) throws IOException {
        return reader.read(Files.readAllBytes(Path.of("inventory", name)), format, Fleet.DEFAULT_NAME);
    }

    private static List<String> nodes(Datacenter datacenter, Cluster cluster) {
        return datacenter.nodes(cluster.name()).stream()
                .map(node -> node.name() + " " + node.address().orElseThrow() + " " + node.rack())
                .toList();
    }

    private static List<Cluster> ofKind(Fleet fleet, Kind kind) {
        return fleet.clusters().stream()
                .filter(cluster -> cluster.kind() == kind)
                .toList();
    }

    private static int nodeCount(Fleet fleet, Kind kind) {
        return ofKind(fleet, kind).stream().mapToInt(Cluster::nodeCount).sum();
    }

    private static List<String> nodeSizes(Fleet fleet, Kind kind) {
        return ofKind(fleet, kind).stream()
                .flatMap(cluster -> cluster.datacenters().stream())
                .flatMap(Datacenter::nodeSizes)
                .distinct()
                .toList();
    }

    private static List<String> targetSizes(Fleet fleet, Kind kind) {
        return ofKind(fleet, kind).stream()
                .flatMap(cluster -> cluster.target().stream())
                .flatMap(target -> target.datacenters().stream())
                .flatMap(planned -> planned.datacenter().nodeSizes())
                .distinct()
                .toList();
    }

    private static Stream<Datacenter> datacenters(Fleet fleet) {
        return fleet.clusters().stream().flatMap(cluster -> cluster.datacenters().stream());
    }

    private static Stream<KafkaCluster> kafka(Fleet fleet) {
        return fleet.clusters().stream().filter(KafkaCluster.class::isInstance).map(KafkaCluster.class::cast);
    }
}
