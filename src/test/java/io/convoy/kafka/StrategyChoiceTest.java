package io.convoy.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.convoy.inventory.Target.Clients;
import io.convoy.kafka.Circumstances.Metadata;
import io.convoy.kafka.Circumstances.Room;
import io.convoy.kafka.Circumstances.Version;
import io.convoy.plan.ChangePlan;
import io.convoy.plan.Finding;
import io.convoy.plan.Finding.Severity;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class StrategyChoiceTest {

    private static final String SHARED = "kafka-shared-cluster";
    private static final String DRAIN = "kafka-drain-out";
    private static final String MIRROR = "kafka-mirror-maker";
    private static final String NONE = "none";

    /** Order matters, consumers read both, clients reach both; what decides, the proposed one, and a word of its reason. */
    static Stream<Arguments> cases() {
        return Stream.of(
                // what people say
                row("???", as(), SHARED, "as long as nobody says otherwise"),
                row("y??", as(), SHARED, "order of records has to survive"),
                row("yyy", as(), SHARED, "order of records has to survive"),
                row("ny?", as(), DRAIN, "nothing has to be copied"),
                row("nyy", as(), DRAIN, "nothing has to be copied"),
                row("nn?", as(), SHARED, "need not read two clusters"),
                row("n??", as(), SHARED, "need not read two clusters"),
                row("n?n", as(), MIRROR, "copied to another cluster"),
                row("nyn", as(), MIRROR, "copied to another cluster"),
                row("y?n", as(), NONE, "do not reach brokers on both sides"),
                row("??n", as(), NONE, "target.orderMatters"),
                // what the topics hold
                row("ny?", stateful("accounts"), SHARED, "need not read two clusters"),
                row("nyn", stateful("accounts"), MIRROR, "copied to another cluster"),
                // who keeps the metadata
                row("y??", metadata(Metadata.ZOOKEEPER, "3.9"), SHARED, "order"),
                row("y??", metadata(Metadata.SHARED_ZOOKEEPER, "3.9"), SHARED, "forked"),
                row("ny?", metadata(Metadata.SHARED_ZOOKEEPER, "3.9"), DRAIN, "nothing has to be copied"),
                row("y??", metadata(Metadata.STATIC_QUORUM, "4.1"), SHARED, "upgraded to a dynamic one"),
                row("y??", metadata(Metadata.STATIC_QUORUM, "3.9"), NONE, "upgrade to 4.1"),
                row("nn?", metadata(Metadata.STATIC_QUORUM, "3.9"), MIRROR, "copied"),
                // versions
                row("y??", metadata(Metadata.ZOOKEEPER, "2.3"), NONE, "reassign"),
                row("n??", metadata(Metadata.ZOOKEEPER, "2.3"), MIRROR, "copied"),
                row("n??", metadata(Metadata.ZOOKEEPER, "2.0"), NONE, "do not speak with 2.0"),
                // replicas, brokers and racks
                row("y??", room(3, 3, 2, 2), NONE, "3 replicas, and there are 2 new brokers"),
                row("n??", room(3, 3, 2, 2), MIRROR, "copied"),
                row("y??", room(2, 3, 3, 2), SHARED, "order"),
                row("y??", room(3, 3, 3, 2), NONE, "spread over 3 racks"),
                row("y??", room(3, 0, 3, 1), SHARED, "order"),
                row("y??", mixedRacks(), NONE, "set it on all or on none"),
                row("n??", mixedRacks(), MIRROR, "copied"));
    }

    @ParameterizedTest(name = "{0} → {2}: {3}")
    @MethodSource("cases")
    void proposesWhatSuits(String said, UnaryOperator<Circumstances> as, String proposed, String because) {
        StrategyChoice choice = StrategyChoice.of(as.apply(usual(said)));

        if (proposed.equals(NONE)) {
            assertThat(choice.unsolved().orElseThrow()).contains(because);
        } else {
            assertThat(choice.unsolved()).isEmpty();
            assertThat(choice.proposed()).isEqualTo(proposed);
            assertThat(choice.why()).contains(because);
            assertThat(choice.against().get(proposed)).isEmpty();
        }
    }

    @Test
    void theListenersThatNewBrokersMustOfferAreNamed() {
        assertThat(StrategyChoice.of(usual("???")).why()).contains("must offer the listeners INTERNAL, PUBLIC");
    }

    @Test
    void aProposedPlanSaysWhyAndWhyNotTheOthers() {
        StrategyChoice choice = StrategyChoice.of(usual("ny?"));
        ChangePlan plan = new StrategyAdvice(choice).proposed(DrainOutPlan.of("fleet", TwoClustersTest.move()));

        assertThat(plan.summary()).contains("Proposed by Convoy: order may be given up");
        assertThat(plan.findings())
                .filteredOn(finding -> finding.subject().equals("strategy"))
                .extracting(Finding::message)
                .satisfiesExactly(
                        proposed -> assertThat(proposed).startsWith("Convoy proposes kafka-drain-out: "),
                        mirror -> assertThat(mirror).startsWith("Not kafka-mirror-maker: "),
                        shared -> assertThat(shared).startsWith("Not kafka-shared-cluster: "));
        assertThat(plan.facts()).contains(new StrategyAdvice(choice).fact());
    }

    @Test
    void whoDemandsAStrategyHearsWhatItGivesUp() {
        ChangePlan plan = new StrategyAdvice(StrategyChoice.of(usual("y??")))
                .demanded(MirrorMakerPlan.of("fleet", TwoClustersTest.move()));

        Finding first = plan.findings().get(0);
        assertThat(first.severity()).isEqualTo(Severity.WARNING);
        assertThat(first.message())
                .contains("It gives up: Order across the switch, exactly-once")
                .contains("Against it speaks: the order of records has to survive");
        assertThat(first.remedy()).startsWith("Convoy would propose kafka-shared-cluster");
    }

    @Test
    void whereNothingSuitsThePlanIsBlocked() {
        ChangePlan plan = new StrategyAdvice(StrategyChoice.of(usual("y?n")))
                .proposed(MirrorMakerPlan.of("fleet", TwoClustersTest.move()));

        assertThat(plan.isBlocked()).isTrue();
    }

    private static Arguments row(String said, UnaryOperator<Circumstances> as, String proposed, String because) {
        return Arguments.of(said, as, proposed, because);
    }

    private static Circumstances usual(String said) {
        return new Circumstances(
                new Clients(fact(said, 0), fact(said, 1), fact(said, 2), Optional.empty(), Optional.empty()),
                Metadata.QUORUM,
                Version.parse("4.3.1"),
                new Room(3, 3, false, 3, 3, List.of("INTERNAL", "PUBLIC")),
                List.of());
    }

    private static Optional<Boolean> fact(String said, int index) {
        return said.charAt(index) == '?' ? Optional.empty() : Optional.of(said.charAt(index) == 'y');
    }

    private static UnaryOperator<Circumstances> as() {
        return UnaryOperator.identity();
    }

    private static UnaryOperator<Circumstances> stateful(String topic) {
        return usual ->
                new Circumstances(usual.clients(), usual.metadata(), usual.version(), usual.room(), List.of(topic));
    }

    private static UnaryOperator<Circumstances> metadata(Metadata metadata, String version) {
        return usual ->
                new Circumstances(usual.clients(), metadata, Version.parse(version), usual.room(), usual.stateful());
    }

    private static UnaryOperator<Circumstances> room(int replicas, int racks, int newBrokers, int newRacks) {
        return in(new Room(replicas, racks, false, newBrokers, newRacks, List.of()));
    }

    private static UnaryOperator<Circumstances> mixedRacks() {
        return in(new Room(3, 2, true, 3, 3, List.of()));
    }

    private static UnaryOperator<Circumstances> in(Room room) {
        return usual -> new Circumstances(usual.clients(), usual.metadata(), usual.version(), room, usual.stateful());
    }
}
