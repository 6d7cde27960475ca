package io.convoy.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.convoy.base.ByteSize;
import io.convoy.base.ClusterName;
import io.convoy.base.SecretReference;
import io.convoy.inventory.KafkaSecurity.Mechanism;
import io.convoy.inventory.KafkaSecurity.Protocol;
import io.convoy.inventory.Target.Cutover;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What was read and written comes back as what it was. */
class RoundTripTest {

    @Test
    void theFleetOf2023SurvivesYamlAndJson() throws IOException {
        Fleet fleet = TestFiles.fleet(Files.readString(Fleet2023.FILE), ImportFormat.YAML);

        assertThat(TestFiles.fleet(InventoryExport.yaml(fleet), ImportFormat.YAML))
                .isEqualTo(fleet);
        assertThat(TestFiles.fleet(InventoryExport.json(fleet), ImportFormat.JSON))
                .isEqualTo(fleet);
    }

    @Test
    void everyPartOfAClusterSurvives() {
        Fleet fleet = TestFiles.fleet(TestFiles.resource("right.yaml"), ImportFormat.YAML);

        assertThat(TestFiles.fleet(InventoryExport.yaml(fleet), ImportFormat.YAML))
                .isEqualTo(fleet);
    }

    @Test
    void theExampleOfTheApiIsReadAsItIs() {
        Fleet fleet = TestFiles.fleet(TestFiles.resource("api.yaml"), ImportFormat.YAML);

        assertThat(fleet.clusters())
                .extracting(cluster -> cluster.name().value())
                .containsExactly("orders", "clicks");
    }

    @Test
    void clustersOfAnyShapeSurviveStoringAndExporting() {
        Random random = new Random(2023);
        for (int i = 0; i < 300; i++) {
            Cluster cluster = randomCluster(random);
            ClusterDocument document = ClusterDocument.of(cluster);

            assertThat(document.cluster()).isEqualTo(cluster);
            assertThat(ClusterDocument.of(document.cluster()).digest()).isEqualTo(document.digest());
            Fleet fleet = new Fleet("random", List.of(cluster));
            String yaml = InventoryExport.yaml(fleet);
            assertThat(TestFiles.problems(yaml, ImportFormat.YAML)).as(yaml).isEmpty();
            assertThat(TestFiles.fleet(yaml, ImportFormat.YAML)).isEqualTo(fleet);
        }
    }

    @Test
    void aFleetFiftyTimesAsLargeFitsTheDefaultLimit() {
        String tenfold = Fleet2023.yaml("large", 10);

        assertThat(tenfold.length() * 5L).isLessThan(ByteSize.parse("16MiB").bytes());
        assertThat(TestFiles.fleet(tenfold, ImportFormat.YAML).clusters()).hasSize(10 * 212);
    }

    private static Cluster randomCluster(Random random) {
        Standing standing = new Standing(
                List.of(Environment.values()).get(random.nextInt(3)),
                List.of("gold", "1.0", "null", "true", "standard").get(random.nextInt(5)),
                new Owner(maybe(random, text(random)), maybe(random, text(random))),
                Map.of(text(random), text(random), "a" + random.nextInt(9), text(random)));
        ClusterProfile profile = new ClusterProfile(
                new ClusterName("c" + random.nextInt(1000)),
                "4." + random.nextInt(20) + (random.nextBoolean() ? "" : "." + random.nextInt(20)),
                standing,
                maybe(random, new ByteSize(random.nextLong(1L << random.nextInt(1, 52)))));
        List<Datacenter> datacenters = List.of(datacenter("dc1", random), datacenter("dc.2", random));
        Optional<Access> access = maybe(random, access(random));
        Optional<Target> target = maybe(random, target(random));
        return random.nextBoolean()
                ? new CassandraCluster(profile, datacenters, access, target)
                : new KafkaCluster(
                        profile,
                        datacenters,
                        access.map(given -> ofKafka(given, random)),
                        target.map(given -> ofKafka(given, random)),
                        maybe(random, metadata(random)));
    }

    private static Datacenter datacenter(String name, Random random) {
        NodeLayout layout = random.nextBoolean()
                ? new NamedNodes(List.of(
                        new Node(
                                name + "-x1",
                                maybe(random, "::" + name.charAt(name.length() - 1)),
                                "007",
                                maybe(random, "1e3")),
                        new Node(name + "-x2", maybe(random, name + ".example.com"), "r2", Optional.empty())))
                : new CountedNodes(List.of(
                        new CountedNodes.Group("r1", 1 + random.nextInt(9), maybe(random, "r6g.large")),
                        new CountedNodes.Group("r1", 1 + random.nextInt(9), Optional.of("m5.large"))));
        return new Datacenter(name, "aws", "us-east-1", layout);
    }

    private static Access access(Random random) {
        return new Access(
                List.of(new Endpoint("2001:db8::1", 9042), new Endpoint("db.example.com", 1 + random.nextInt(60_000))),
                maybe(random, new SecretReference("file:/etc/convoy/a secret")),
                maybe(random, new Access.Jmx(7199, maybe(random, new SecretReference("env:JMX")))));
    }

    private static Access ofKafka(Access access, Random random) {
        Optional<SecretReference> login = Optional.of(new SecretReference("env:LOGIN"));
        return new Access(
                access.contactPoints(),
                login,
                access.jmx(),
                maybe(
                        random,
                        List.of(
                                        KafkaSecurity.NONE,
                                        new KafkaSecurity(
                                                Protocol.SSL,
                                                Optional.empty(),
                                                maybe(random, store(random)),
                                                maybe(random, store(random))),
                                        new KafkaSecurity(
                                                Protocol.SASL_PLAINTEXT,
                                                Optional.of(Mechanism.PLAIN),
                                                Optional.empty(),
                                                Optional.empty()),
                                        new KafkaSecurity(
                                                Protocol.SASL_SSL,
                                                Optional.of(Mechanism.SCRAM_SHA_512),
                                                maybe(random, store(random)),
                                                maybe(random, store(random))))
                                .get(random.nextInt(4))));
    }

    private static KafkaSecurity.Store store(Random random) {
        return new KafkaSecurity.Store(
                new SecretReference("file:/etc/convoy/" + random.nextInt(9) + ".p12"),
                maybe(random, new SecretReference("env:STORE")));
    }

    private static Target target(Random random) {
        return new Target(
                "move",
                List.of(new Target.TargetDatacenter(datacenter("dc3", random), maybe(random, "dc1"))),
                maybe(random, random.nextBoolean() ? Cutover.GATE : webhook(random)));
    }

    private static Target ofKafka(Target target, Random random) {
        return new Target(
                target.strategy(),
                target.datacenters(),
                target.cutover(),
                maybe(random, new ByteSize(1 + random.nextInt(50_000_000))),
                maybe(random, "convoy.canary"),
                random.nextBoolean() ? List.of() : List.of(new Endpoint("zk-new", 2181)),
                maybe(random, ofKafka(access(random), random)),
                new Target.Clients(
                        maybe(random, random.nextBoolean()),
                        maybe(random, random.nextBoolean()),
                        maybe(random, random.nextBoolean()),
                        maybe(random, random.nextBoolean()),
                        maybe(random, Duration.ofSeconds(10 + random.nextInt(100_000)))));
    }

    private static Cutover webhook(Random random) {
        return new Cutover(Optional.of(new Target.Webhook(
                new SecretReference("kubernetes:convoy/cutover"),
                maybe(random, new SecretReference("env:CUTOVER_KEY")))));
    }

    private static KafkaMetadata metadata(Random random) {
        return random.nextBoolean()
                ? KafkaMetadata.KRAFT
                : new KafkaMetadata(
                        KafkaMetadata.Mode.ZOOKEEPER,
                        List.of(new Endpoint("zk", 2181)),
                        maybe(random, "/a/b"),
                        List.of(),
                        maybe(random, new SecretReference("env:ZOOKEEPER_SUPER")));
    }

    /** Texts that YAML would like to take for something else. */
    private static String text(Random random) {
        return List.of("yes", "4.10", "~", "null", "- a", "# b", "ü, \"c\"", "two\nlines", " blanks ", "{d}", "*e", "")
                .get(random.nextInt(12));
    }

    private static <T> Optional<T> maybe(Random random, T value) {
        return random.nextBoolean() ? Optional.of(value) : Optional.empty();
    }
}
