package io.convoy.hooks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.convoy.base.ClusterName;
import io.convoy.base.RunId;
import io.convoy.base.SecretReference;
import io.convoy.base.StepId;
import io.convoy.hooks.Automation.Answer;
import io.convoy.hooks.HookReply.Answered;
import io.convoy.hooks.HookReply.NoAnswer;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HookPostTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00.750Z");
    private static final byte[] OLD = "an old key of thirty-two bytes!!".getBytes(StandardCharsets.UTF_8);
    private static final byte[] NEW = "a new key, of just as many bytes".getBytes(StandardCharsets.UTF_8);

    private final HookEvent event = new WebhookCall(
                    new ClusterName("orders"), RunId.random(), new StepId("050-cutover"), "forward", "move clients")
            .event();
    private final CountDownLatch silence = new CountDownLatch(1);
    private final Automation automation = new Automation(this::answer);

    @TempDir
    Path secrets;

    private record Settings(Duration webhookTimeout) implements HooksConfig {
        @Override
        public Duration retryAfter() {
            return Duration.ofSeconds(30);
        }

        @Override
        public URI source() {
            return URI.create("urn:convoy:test");
        }

        @Override
        public Optional<String> secret() {
            return Optional.empty();
        }

        @Override
        public List<Subscriber> subscribers() {
            return List.of();
        }
    }

    private Answer answer(Automation.Message message) {
        return switch (message.path()) {
            case "/moved" ->
                new Answer(307, "", List.of("Location", automation().url() + "/ok"));
            case "/endless" -> Answer.of(200, "x".repeat(10 * HookPost.MOST_READ));
            case "/silent" -> keepSilent();
            default -> new Answer(503, "busy", List.of("Retry-After", "7"));
        };
    }

    private Automation automation() {
        return automation;
    }

    private Answer keepSilent() {
        try {
            silence.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Answer.of(200);
    }

    @AfterEach
    void stop() {
        silence.countDown();
        automation.close();
    }

    @Test
    void anEventArrivesAsACloudEventThatBothKeysHaveSigned() throws Exception {
        HookReply reply = post("/ok", Optional.of(keys(OLD, NEW)));

        assertThat(reply).isEqualTo(new Answered(503, Optional.of("7"), "busy", false));
        Automation.Message message = automation.received().get(0);
        assertThat(message.header("webhook-id")).isEqualTo(event.id());
        assertThat(message.header("webhook-timestamp")).isEqualTo("" + NOON.getEpochSecond());
        assertThat(message.header("webhook-signature").split(" "))
                .containsExactly(signature(message, OLD), signature(message, NEW));

        assertThat(message.header("Content-Type")).isEqualTo("application/cloudevents+json");
        JsonNode form = new ObjectMapper().readTree(message.text());
        assertThat(form.path("specversion").asText()).isEqualTo("1.0");
        assertThat(form.path("id").asText()).isEqualTo(event.id());
        assertThat(form.path("source").asText()).isEqualTo("urn:convoy:test");
        assertThat(form.path("type").asText()).isEqualTo("io.convoy.step.asked");
        assertThat(form.path("subject").asText()).isEqualTo("orders");
        assertThat(form.path("datacontenttype").asText()).isEqualTo("application/json");
        assertThat(form.path("data").path("step").asText()).isEqualTo("050-cutover");
        assertThat(form.path("data").path("purpose").asText()).isEqualTo("move clients");
    }

    /** What the convention says, in the words of this test: nothing here is the code that signs. */
    private static String signature(Automation.Message message, byte[] key) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        String signed = message.header("webhook-id") + "." + message.header("webhook-timestamp") + "." + message.text();
        return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void sendingAgainSendsTheSameBytes() {
        post("/ok", Optional.empty());
        post("/ok", Optional.empty());

        assertThat(automation.received()).hasSize(2);
        assertThat(automation.received().get(0).text())
                .isEqualTo(automation.received().get(1).text());
        assertThat(automation.received().get(0).headers()).doesNotContainKey("Webhook-signature");
    }

    @Test
    void itFollowsNoRedirect() {
        assertThat(post("/moved", Optional.empty()))
                .isInstanceOfSatisfying(Answered.class, answered -> assertThat(answered.status())
                        .isEqualTo(307));
        assertThat(automation.received()).hasSize(1);
    }

    @Test
    void itReadsNoMoreOfAnAnswerThanItMay() {
        assertThat(post("/endless", Optional.empty())).isInstanceOfSatisfying(Answered.class, answered -> {
            assertThat(answered.body()).hasSize(HookPost.MOST_READ);
            assertThat(answered.cut()).isTrue();
        });
    }

    @Test
    void itWaitsNoLongerThanItMay() {
        HookReply reply = post(Duration.ofMillis(300), "/silent", Optional.empty());

        assertThat(reply).isInstanceOfSatisfying(NoAnswer.class, none -> assertThat(none.reason())
                .startsWith("no answer within"));
    }

    @Test
    void whatGoesWrongIsToldWithoutTheUrlAndWithoutTheKey() {
        automation.close();
        List<HookReply> replies = new ArrayList<>();
        replies.add(post("/ok?token=hunter2", Optional.empty()));
        replies.add(post("/ok?token={hunter2}", Optional.empty()));
        replies.add(post("/ok", Optional.of(file("no-key", "hunter2"))));
        replies.add(post("/ok", Optional.of(new SecretReference("env:CONVOY_NO_SUCH_KEY"))));

        assertThat(replies).allSatisfy(reply -> assertThat(reply).isInstanceOf(NoAnswer.class));
        assertThat(replies.toString())
                .contains(
                        "ConnectException", "does not hold a URL", "does not hold a signing key", "CONVOY_NO_SUCH_KEY")
                .doesNotContain("hunter2", automation.url());
    }

    private HookReply post(String path, Optional<SecretReference> secret) {
        return post(Duration.ofSeconds(30), path, secret);
    }

    private HookReply post(Duration timeout, String path, Optional<SecretReference> secret) {
        HookPost post = new HookPost(new Settings(timeout), Clock.fixed(NOON, ZoneOffset.UTC));
        return post.send(new HookReceiver(file("url", automation.url() + path), secret), event);
    }

    private SecretReference keys(byte[]... keys) {
        StringBuilder text = new StringBuilder();
        for (byte[] key : keys) {
            text.append("whsec_")
                    .append(Base64.getEncoder().encodeToString(key))
                    .append('\n');
        }
        return file("keys", text.toString());
    }

    private SecretReference file(String name, String content) {
        try {
            return new SecretReference("file:" + Files.writeString(secrets.resolve(name), content));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
