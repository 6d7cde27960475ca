package io.convoy.hooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.convoy.PostgresForTests;
import io.convoy.ShiftedClock;
import io.convoy.audit.AuditLog;
import io.convoy.base.Actor;
import io.convoy.base.RunId;
import io.convoy.base.SecretReference;
import io.convoy.hooks.Automation.Answer;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class EventCourierTest {

    private static final Actor ANN = new Actor("ann");

    @Inject
    SubscriberBook book;

    @Inject
    Backlogs backlogs;

    @Inject
    EventCourier courier;

    @Inject
    HookCaller caller;

    @Inject
    HookPost post;

    @Inject
    DeliveryLog log;

    @Inject
    AuditLog audit;

    @Inject
    ShiftedClock clock;

    @TempDir
    Path secrets;

    private final String cluster = "told-" + UUID.randomUUID();
    private final RunId run = RunId.random();
    private volatile int status = 200;
    private final Automation automation = new Automation(message -> Answer.of(status));
    private HookSubscription subscription;

    @BeforeEach
    void subscribe() throws IOException {
        Path url = Files.writeString(secrets.resolve("url"), automation.url() + "/events");
        subscription = new HookSubscription(
                new SecretReference("file:" + url), List.of("run.*", "wave.paused"), Optional.empty());
        act("run.paused");
        courier.deliver(subscription);
    }

    @AfterEach
    void stop() {
        clock.reset();
        automation.close();
    }

    @Test
    void aSubscriberIsToldWhatItWishesForFromThenOnInItsOrder() {
        act("run.started");
        act("step.done");
        act("schema-freeze.requested");
        act("wave.paused");
        act("step.done.last");

        courier.deliver(subscription);
        courier.deliver(subscription);

        assertThat(types())
                .containsExactly("io.convoy.run.started", "io.convoy.wave.paused", "io.convoy.run.succeeded");
        assertThat(received().stream().map(message -> message.header("webhook-id")))
                .doesNotHaveDuplicates();
        JsonNode told = json(received().get(0));
        assertThat(told.path("subject").asText()).isEqualTo(cluster);
        assertThat(told.path("data").path("actor").asText()).isEqualTo("ann");
        assertThat(told.path("data").path("details").path("run").asText()).isEqualTo(run.toString());
    }

    @Test
    void whatWasNeverCommittedIsNeverTold() {
        QuarkusTransaction.begin();
        audit.record(ANN, "run.started", cluster, Map.of("run", run.toString()));
        QuarkusTransaction.rollback();

        courier.deliver(subscription);

        assertThat(received()).isEmpty();
    }

    @Test
    void anEventThatIsNotTakenIsToldAgainAndHoldsUpTheNext() {
        status = 500;
        act("run.started");
        act("wave.paused");

        courier.deliver(subscription);
        courier.deliver(subscription);

        assertThat(types()).containsExactly("io.convoy.run.started");
        SubscriberReport behind = report();
        assertThat(behind.backlog()).isEqualTo(2);
        assertThat(behind.attempts()).isEqualTo(1);
        assertThat(behind.reason()).isEqualTo("it answered 500");

        status = 202;
        clock.forward(Redelivery.FIRST.plusMillis(1));
        courier.deliver(subscription);

        assertThat(types()).containsExactly("io.convoy.run.started", "io.convoy.run.started", "io.convoy.wave.paused");
        assertThat(id(1)).isEqualTo(id(0));
        assertThat(report().backlog()).isZero();
        assertThat(report().reason()).isEmpty();
    }

    @Test
    void anEventWhoseTellerDiedBeforeItsRecordIsToldAgainUnderTheSameId() {
        act("run.started");
        SubscriberBook.Claim claim = book.claim(subscription).orElseThrow();
        caller.tell(subscription.receiver(), claim.events().get(0), AnswerReader::receipt);

        courier.deliver(subscription);
        assertThat(received()).as("the other may still be at it").hasSize(1);

        clock.forward(Duration.ofMinutes(1));
        courier.deliver(subscription);

        assertThat(received()).hasSize(2);
        assertThat(id(1)).isEqualTo(id(0));
        assertThat(book.settle(claim, new WebhookAnswer.Failed(Optional.empty(), "woke up late")))
                .as("whoever was taken for dead changes nothing any more")
                .isFalse();
        assertThat(report().backlog()).isZero();
    }

    @Test
    void aDeliveryWhoseRecordWasLostStandsOpenAndTheNextOneSaysThatItIsTheSecond() {
        HookEvent event = new HookEvent(
                cluster, "io.convoy.test", cluster, Optional.empty(), Optional.of(run), Optional.empty(), Map.of());
        HookCaller mortal = new HookCaller(post, new LogThatDies(), clock);

        assertThatThrownBy(() -> mortal.tell(subscription.receiver(), event, AnswerReader::receipt))
                .isInstanceOf(IllegalStateException.class);
        caller.tell(subscription.receiver(), event, AnswerReader::receipt);

        assertThat(automation.received()).hasSize(2);
        List<Delivery> sent = log.ofRun(run, Long.MAX_VALUE, 10);
        assertThat(sent).extracting(Delivery::attempt).containsExactly(2, 1);
        assertThat(sent.get(1).end()).isEmpty();
        assertThat(sent.get(0).end().orElseThrow().verdict()).isEqualTo(Delivery.Verdict.AGREED);
        assertThat(log.ofRun(run, sent.get(0).number(), 10)).containsExactly(sent.get(1));
    }

    /** Its process ends between the answer and its record. */
    private final class LogThatDies extends DeliveryLog {

        @Override
        Delivery begin(HookReceiver receiver, HookEvent event, Instant now) {
            return log.begin(receiver, event, now);
        }

        @Override
        void end(Delivery begun, Delivery.End end) {
            throw new IllegalStateException("killed");
        }
    }

    private void act(String act) {
        QuarkusTransaction.requiringNew()
                .run(() -> audit.record(ANN, act, cluster, Map.of("run", run.toString(), "step", "first")));
    }

    private SubscriberReport report() {
        return backlogs.of(subscription);
    }

    /** But for what other tests may have left behind in the audit log. */
    private List<Automation.Message> received() {
        return automation.received().stream()
                .filter(message -> json(message).path("subject").asText().equals(cluster))
                .toList();
    }

    private List<String> types() {
        return received().stream()
                .map(message -> json(message).path("type").asText())
                .toList();
    }

    private String id(int index) {
        return received().get(index).header("webhook-id");
    }

    private static JsonNode json(Automation.Message message) {
        try {
            return new ObjectMapper().readTree(message.text());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
