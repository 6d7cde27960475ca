package io.convoy.hooks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.convoy.base.ClusterName;
import io.convoy.base.RunId;
import io.convoy.base.StepId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WebhookCallerTest {

    private final RunId run = RunId.random();
    private final List<String> received = new ArrayList<>();
    private final WebhookCaller caller = new WebhookCaller(new Quick(), new ObjectMapper());
    private final HttpServer automation = server();

    private record Quick() implements HooksConfig {
        @Override
        public Duration retryAfter() {
            return Duration.ofSeconds(30);
        }

        @Override
        public Duration webhookTimeout() {
            return Duration.ofSeconds(10);
        }
    }

    private static HttpServer server() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @BeforeEach
    void start() {
        automation.createContext("/", this::answer);
        automation.start();
    }

    @AfterEach
    void stop() {
        automation.stop(0);
    }

    /** The path names the status. */
    private void answer(HttpExchange exchange) throws IOException {
        received.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        int status = Integer.parseInt(exchange.getRequestURI().getPath().substring(1));
        exchange.getResponseHeaders().add("Location", "/200");
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    @Test
    void itTellsWhatIsAboutToHappenAndUnderstandsTheAnswer() {
        assertThat(call("/200")).isEqualTo(new WebhookAnswer.Agreed());
        assertThat(call("/202")).isEqualTo(new WebhookAnswer.NotYet(202));
        assertThat(call("/425")).isEqualTo(new WebhookAnswer.NotYet(425));
        assertThat(call("/500")).isEqualTo(new WebhookAnswer.Failed("the webhook answered 500"));
        assertThat(received)
                .hasSize(4)
                .containsOnly("{\"id\":\"" + run + "/050-cutover\",\"cluster\":\"orders\",\"run\":\"" + run
                        + "\",\"step\":\"050-cutover\",\"purpose\":\"move the clients\"}");
    }

    @Test
    void itFollowsNoRedirect() {
        assertThat(call("/302")).isEqualTo(new WebhookAnswer.Failed("the webhook answered 302"));
    }

    @Test
    void noAnswerIsAFailureThatDoesNotRepeatTheUrl() {
        automation.stop(0);

        assertThat(call("/200?token=secret"))
                .isInstanceOfSatisfying(WebhookAnswer.Failed.class, failed -> assertThat(failed.reason())
                        .startsWith("no answer from the webhook")
                        .doesNotContain("secret"));
    }

    private WebhookAnswer call(String path) {
        URI url = URI.create("http://127.0.0.1:" + automation.getAddress().getPort() + path);
        return caller.call(
                url, WebhookCall.of(new ClusterName("orders"), run, new StepId("050-cutover"), "move the clients"));
    }
}
