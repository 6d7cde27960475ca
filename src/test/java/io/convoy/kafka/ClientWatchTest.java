package io.convoy.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ClientWatchTest {

    private static final Instant BEGIN = Instant.parse("2026-11-21T10:00:00Z");
    private static final Map<String, String> ORDERS = Map.of("orders-uuid-1", "consumer orders");
    private static final Map<String, String> ORDERS_ANEW = Map.of("orders-uuid-2", "consumer orders");

    private static final OldBrokers.Answer NOBODY = new OldBrokers.Answer(Map.of(), List.of());

    @Test
    void whoeverIsAtWorkAsAtTheFirstLookHasTheListFromThen() {
        ClientWatch watch = ClientWatch.begin(members(ORDERS), BEGIN);

        assertThat(watch.left()).containsExactly("consumer orders, which runs since before");
        assertThat(after(watch, 4, members(ORDERS)).quiet()).isZero();
    }

    @Test
    void aMemberThatWasStartedAnewIsCountedNoLongerAndOneThatCameLaterNeverWas() {
        ClientWatch watch = after(ClientWatch.begin(members(ORDERS), BEGIN), 4, members(ORDERS_ANEW));

        assertThat(watch.left()).isEmpty();
        assertThat(after(watch, 8, members(ORDERS_ANEW)).quiet()).isEqualTo(Duration.ofSeconds(8));
    }

    @Test
    void aProducerIsLeftOnlyIfItWasThereBeforeAndHasWrittenSince() {
        ClientWatch watch = ClientWatch.begin(producers(trace("7/0", 10), trace("8/0", 10)), BEGIN);

        ClientWatch later = after(watch, 4, producers(trace("7/0", 11), trace("8/0", 10), trace("9/0", 5)));

        assertThat(later.left()).containsExactly("producer 7/0, which runs since before");
        assertThat(after(later, 8, producers(trace("7/0", 11))).left()).isEmpty();
    }

    @Test
    void aProducerThatWroteIsStillNamedAtALookThatDoesNotAskForProducers() {
        ClientWatch watch = ClientWatch.begin(producers(trace("7/0", 10)), BEGIN);

        ClientWatch later = after(after(watch, 4, producers(trace("7/0", 11))), 8, members(Map.of()));

        assertThat(later.left()).hasSize(1);
        assertThat(later.times().counted()).isEqualTo(BEGIN.plusSeconds(4));
    }

    @Test
    void whoeverAsksAnOldBrokerIsLeftWheneverItWasStarted() {
        ClientWatch watch = ClientWatch.begin(members(Map.of()), BEGIN);

        ClientWatch later = after(
                watch,
                4,
                new ClientLook(
                        Map.of(),
                        Optional.empty(),
                        new OldBrokers.Answer(Map.of("reports", "old-1, old-3"), List.of())));

        assertThat(later.left()).containsExactly("client id reports asks old-1, old-3");
        assertThat(after(later, 8, members(Map.of())).quiet()).isEqualTo(Duration.ofSeconds(4));
    }

    @Test
    void looksThatAreFurtherApartThanBrokersRememberBeginTheCountAgain() {
        ClientWatch watch = after(ClientWatch.begin(members(Map.of()), BEGIN), 9, members(Map.of()));

        assertThat(watch.quiet()).isEqualTo(Duration.ofSeconds(9));
        assertThat(after(watch, 20, members(Map.of())).quiet()).isZero();
    }

    @Test
    void timeDoesNotCountWhileABrokerCannotTell() {
        ClientWatch watch = ClientWatch.begin(members(Map.of()), BEGIN);
        OldBrokers.Answer unknown = new OldBrokers.Answer(Map.of(), List.of("JMX of old-1 cannot be read"));

        assertThat(after(watch, 4, new ClientLook(Map.of(), Optional.empty(), unknown))
                        .quiet())
                .isZero();
    }

    private static ClientLook members(Map<String, String> members) {
        return new ClientLook(members, Optional.empty(), NOBODY);
    }

    private static ClientLook producers(ProducerTrace... traces) {
        return new ClientLook(Map.of(), Optional.of(List.of(traces)), NOBODY);
    }

    private static ProducerTrace trace(String identity, long position) {
        return new ProducerTrace(identity, position, "producer " + identity);
    }

    /** As another Convoy would go on, which knows only what the step remembers. */
    private static ClientWatch after(ClientWatch watch, int seconds, ClientLook look) {
        return ClientWatch.of(watch.memory()).orElseThrow().next(look, BEGIN.plusSeconds(seconds));
    }
}
