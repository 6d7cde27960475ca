package io.convoy.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.convoy.base.ClusterName;
import io.convoy.inventory.Endpoint;
import io.convoy.inventory.KafkaMetadata;
import io.convoy.inventory.KafkaMetadata.Mode;
import io.convoy.kafka.ServerState.Condition;
import io.convoy.plan.PlannedServer;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MetadataServersTest {

    private static final String SRVR = """
            Zookeeper version: 3.8.4-9316c2a7a97e1666d8f4593f34dd6fc36ecc436c, built on 2024-02-12 22:16 UTC
            Latency min/avg/max: 0/0.0/0
            Zxid: 0x100000004
            Mode: %s
            Node count: 26
            """;

    @Test
    void aServerSaysItsModeAndItsVersion() {
        Endpoint server = new Endpoint("10.0.0.1", 2181);

        assertThat(ServerState.parse(server, SRVR.formatted("leader")))
                .isEqualTo(new ServerState(server, Condition.LEADER, Optional.of("3.8.4")));
        assertThat(ServerState.parse(server, SRVR.formatted("observer")).condition())
                .isEqualTo(Condition.OBSERVER);
        assertThat(ServerState.parse(server, SRVR.formatted("standalone")).condition())
                .isEqualTo(Condition.STANDALONE);
        assertThat(ServerState.parse(server, "This ZooKeeper instance is not currently serving requests")
                        .condition())
                .isEqualTo(Condition.LOOKING);
    }

    @Test
    void newServersAreNumberedBehindTheOldOnesAndObserveWithTheirPorts() {
        MetadataServers servers = servers("clicks", List.of());

        assertThat(servers.servers()).extracting(PlannedServer::id).containsExactly(4, 5);
        assertThat(servers.observing())
                .containsEntry("server.3", "10.0.0.3:2000:3000:participant;10.0.0.3:2181")
                .containsEntry("server.4", "10.9.0.1:2000:3000:observer;10.9.0.1:2182")
                .containsEntry("peerType", "observer");
        assertThat(servers.alone())
                .containsOnlyKeys("server.4", "server.5")
                .containsEntry("server.5", "10.9.0.2:2000:3000:participant;10.9.0.2:2182");
        assertThat(servers.connect()).isEqualTo("10.9.0.1:2182,10.9.0.2:2182/clicks");
    }

    @Test
    void clustersThatShareAnEnsembleNeverNumberTheirServersAlike() {
        List<Integer> ads = ids("ads", List.of("clicks", "views"));
        List<Integer> clicks = ids("clicks", List.of("ads", "views"));
        List<Integer> views = ids("views", List.of("clicks", "ads"));

        assertThat(ads).doesNotContainAnyElementsOf(clicks).doesNotContainAnyElementsOf(views);
        assertThat(clicks).doesNotContainAnyElementsOf(views);
    }

    private static List<Integer> ids(String cluster, List<String> others) {
        return servers(cluster, others).servers().stream()
                .map(PlannedServer::id)
                .toList();
    }

    private static MetadataServers servers(String cluster, List<String> others) {
        EnsembleConfig config = EnsembleConfig.parse("""
                server.1=10.0.0.1:2000:3000:participant;10.0.0.1:2181
                server.2=10.0.0.2:2000:3000:participant;10.0.0.2:2181
                server.3=10.0.0.3:2000:3000:participant;10.0.0.3:2181
                version=0
                """);
        KafkaMetadata source = new KafkaMetadata(
                Mode.ZOOKEEPER,
                List.of(new Endpoint("10.0.0.1", 2181)),
                Optional.of("/" + cluster),
                others.stream().map(ClusterName::new).toList());
        return new MetadataServers(
                new ClusterName(cluster),
                source,
                List.of(new Endpoint("10.9.0.1", 2182), new Endpoint("10.9.0.2", 2182)),
                new EnsembleView(config, List.of()),
                Promotion.byInventory(source));
    }
}
