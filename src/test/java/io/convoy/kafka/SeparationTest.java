package io.convoy.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.convoy.inventory.Endpoint;
import io.convoy.kafka.ServerState.Condition;
import io.convoy.plan.PlannedServer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SeparationTest {

    private static final List<PlannedServer> OWN = List.of(server(4), server(5), server(6));
    private static final Map<String, String> ALONE =
            Map.of("zk_synced_observers", "0", "zk_synced_non_voting_followers", "0", "zk_synced_followers", "2");
    private static final List<EnsembleConfig> OWN_CONFIG = List.of(
            EnsembleConfig.parse("server.4=a:1:2:participant\nserver.5=b:1:2:participant\nserver.6=c:1:2:participant"));

    @Test
    void anEnsembleOfOneLeaderAndItsFollowersThatHearsOfNobodyIsSeparate() {
        assertThat(new Separation(OWN, OWN_CONFIG, votes(), ALONE, List.of()).doubts())
                .isEmpty();
    }

    @Test
    void aProbeThatWasHeardOnTheOtherSideSpeaksAgainstIt() {
        assertThat(new Separation(OWN, OWN_CONFIG, votes(), ALONE, List.of(new Endpoint("10.0.0.1", 2181))).doubts())
                .singleElement()
                .asString()
                .contains("10.0.0.1:2181");
    }

    @Test
    void observersAndStrangersInTheConfigurationSpeakAgainstIt() {
        EnsembleConfig config = EnsembleConfig.parse("server.1=a:1:2:participant\nversion=0");
        List<ServerState> observe =
                OWN.stream().map(server -> state(server, Condition.OBSERVER)).toList();

        assertThat(new Separation(OWN, List.of(config), observe, Map.of(), List.of()).doubts())
                .anyMatch(doubt -> doubt.contains("OBSERVER"))
                .anyMatch(doubt -> doubt.contains("[1]"))
                .anyMatch(doubt -> doubt.contains("no answer to mntr"));
    }

    @Test
    void aRemovedServerThatGoesOnFollowingSpeaksAgainstIt() {
        Map<String, String> followed =
                Map.of("zk_synced_observers", "0", "zk_synced_non_voting_followers", "3", "zk_synced_followers", "2");

        assertThat(new Separation(OWN, OWN_CONFIG, votes(), followed, List.of()).doubts())
                .containsExactly("its leader has others that learn from it: zk_synced_non_voting_followers=3");
    }

    private static List<ServerState> votes() {
        return List.of(
                state(OWN.get(0), Condition.FOLLOWER),
                state(OWN.get(1), Condition.LEADER),
                state(OWN.get(2), Condition.FOLLOWER));
    }

    private static ServerState state(PlannedServer server, Condition condition) {
        return new ServerState(Endpoint.parse(server.endpoint()), condition, Optional.of("3.8.4"));
    }

    private static PlannedServer server(int id) {
        return new PlannedServer(id, "zookeeper-" + id, "10.0.0." + id + ":2181");
    }
}
