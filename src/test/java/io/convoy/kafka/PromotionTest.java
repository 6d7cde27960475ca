package io.convoy.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.convoy.base.ClusterName;
import io.convoy.base.SecretReference;
import io.convoy.inventory.Endpoint;
import io.convoy.inventory.KafkaMetadata;
import io.convoy.inventory.KafkaMetadata.Mode;
import io.convoy.kafka.Promotion.Seen;
import io.convoy.plan.PlannedServer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PromotionTest {

    private static final Endpoint ONE = new Endpoint("10.0.0.1", 2181);
    private static final Endpoint TWO = new Endpoint("10.0.0.2", 2181);
    private static final SortedMap<Integer, Endpoint> BOTH = new TreeMap<>(Map.of(1, ONE, 2, TWO));
    private static final String LINES =
            "server.1=10.0.0.1:2:3:participant;2181\nserver.2=10.0.0.2:2:3:participant;2181\n";
    private static final EnsembleConfig CONFIG = EnsembleConfig.parse(LINES + "version=100000000");

    @Test
    void theInventorySpeaksAgainstItWhereOthersStayOrNobodyIsNamedWhoMay() {
        assertThat(byInventory(List.of(), Optional.of(new SecretReference("env:ZK")))
                        .isPossible())
                .isTrue();
        assertThat(byInventory(List.of(new ClusterName("views")), Optional.of(new SecretReference("env:ZK")))
                        .objections())
                .singleElement()
                .satisfies(objection -> assertThat(objection.reason()).isEqualTo("The ensemble stays for views"));
        assertThat(byInventory(List.of(), Optional.empty()).objections())
                .singleElement()
                .satisfies(objection -> assertThat(objection.reason()).contains("no super user"));
    }

    @Test
    void whoVotesIsWhoLeaves() {
        Promotion promotion = Promotion.of(new Seen(List.of(), BOTH, List.of(CONFIG, CONFIG), List.of()));

        assertThat(promotion.isPossible()).isTrue();
        assertThat(promotion.leaving())
                .containsExactly(
                        new PlannedServer(1, "zookeeper-1", "10.0.0.1:2181"),
                        new PlannedServer(2, "zookeeper-2", "10.0.0.2:2181"));
    }

    @Test
    void whatItsServersSaySpeaksAgainstItWithARemedy() {
        EnsembleConfig behind = EnsembleConfig.parse(LINES + "version=0");
        EnsembleConfig larger = EnsembleConfig.parse(LINES + "server.7=10.0.0.7:2:3:observer\nversion=100000000");
        EnsembleConfig weighed = EnsembleConfig.parse(LINES + "weight.1=2\nversion=100000000");

        assertObjection(new Seen(List.of(TWO), BOTH, List.of(CONFIG), List.of()), "10.0.0.2:2181");
        assertObjection(new Seen(List.of(), BOTH, List.of(CONFIG, behind), List.of()), "go by reconfigurations");
        assertObjection(new Seen(List.of(), BOTH, List.of(larger, larger), List.of()), "[7]");
        assertObjection(new Seen(List.of(), BOTH, List.of(weighed, weighed), List.of()), "weights");
        assertObjection(new Seen(List.of(), BOTH, List.of(CONFIG, CONFIG), List.of("/solr")), "/solr");
    }

    @Test
    void aConfigurationTellsItsVersionAndWhoVotes() {
        EnsembleConfig config = EnsembleConfig.parse(LINES + "server.7=10.0.0.7:2:3:observer;2181\nversion=10000009a");

        assertThat(config.version()).isEqualTo(0x10000009aL);
        assertThat(config.voters()).containsExactly(1, 2);
        assertThat(EnsembleConfig.parse("").version()).isNegative();
    }

    private static Promotion byInventory(List<ClusterName> others, Optional<SecretReference> credentials) {
        return Promotion.byInventory(
                new KafkaMetadata(Mode.ZOOKEEPER, List.of(ONE, TWO), Optional.empty(), others, credentials));
    }

    private static void assertObjection(Seen seen, String words) {
        assertThat(Promotion.of(seen).objections()).singleElement().satisfies(objection -> {
            assertThat(objection.reason()).contains(words);
            assertThat(objection.remedy()).isNotBlank();
        });
    }
}
