package io.convoy.hooks;

import io.convoy.base.SecretReference;
import io.convoy.hooks.HookReply.Answered;
import io.convoy.hooks.HookReply.NoAnswer;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Sends one event with one POST, signed. It follows no redirect, waits for {@code convoy.hooks.webhook-timeout} at the longest,
 * and reads no more than {@link #MOST_READ} bytes; nothing that it says holds the URL, which may contain a token.
 */
@Startup
@ApplicationScoped
class HookPost {

    static final int MOST_READ = 64 * 1024;

    private final HooksConfig config;
    private final Clock clock;
    private final Optional<SecretReference> usualSecret;
    private final HttpClient client;

    HookPost(HooksConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
        this.usualSecret = config.secret().map(text -> ConfiguredReference.read("convoy.hooks.secret", text));
        this.client = HttpClient.newBuilder()
                // Some receivers stumble over the offer to go on in HTTP/2 that comes with a POST.
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(config.webhookTimeout())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    HookReply send(HookReceiver receiver, HookEvent event) {
        HttpRequest request;
        try {
            request = request(receiver, event, System.getenv());
        } catch (IllegalStateException e) {
            return new NoAnswer(String.valueOf(e.getMessage()));
        }
        return answer(request);
    }

    private HttpRequest request(HookReceiver receiver, HookEvent event, Map<String, String> environment) {
        byte[] body = CloudEventForm.write(event, config.source());
        Instant now = clock.instant();
        SigningKeys keys = keys(receiver, environment);
        HttpRequest.Builder request = to(receiver, environment)
                .header("Content-Type", CloudEventForm.MEDIA_TYPE)
                .header("webhook-id", event.id())
                .header("webhook-timestamp", Long.toString(now.getEpochSecond()))
                .POST(BodyPublishers.ofByteArray(body));
        return (keys.isEmpty() ? request : request.header("webhook-signature", keys.sign(event.id(), now, body)))
                .build();
    }

    private static HttpRequest.Builder to(HookReceiver receiver, Map<String, String> environment) {
        try {
            return HttpRequest.newBuilder(URI.create(receiver.url().read(environment)));
        } catch (IllegalArgumentException e) {
            // Its message would show the URL.
            throw new IllegalStateException(receiver.url() + " does not hold a URL of http or https");
        }
    }

    private SigningKeys keys(HookReceiver receiver, Map<String, String> environment) {
        return receiver.secret()
                .or(() -> usualSecret)
                .map(reference -> {
                    try {
                        return SigningKeys.parse(reference.read(environment));
                    } catch (IllegalArgumentException e) {
                        throw new IllegalStateException(reference + " does not hold a signing key: " + e.getMessage());
                    }
                })
                .orElse(SigningKeys.NONE);
    }

    private HookReply answer(HttpRequest request) {
        CompletableFuture<HttpResponse<LimitedBody.Beginning>> answer =
                client.sendAsync(request, head -> new LimitedBody(MOST_READ));
        try {
            return answered(answer.get(config.webhookTimeout().toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            answer.cancel(true);
            return new NoAnswer("no answer within " + config.webhookTimeout().toSeconds() + " s");
        } catch (ExecutionException e) {
            return new NoAnswer("no answer: "
                    + (e.getCause() == null ? e : e.getCause()).getClass().getSimpleName());
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            return new NoAnswer("interrupted while waiting for the answer");
        }
    }

    private static Answered answered(HttpResponse<LimitedBody.Beginning> answer) {
        return new Answered(
                answer.statusCode(),
                answer.headers().firstValue("Retry-After"),
                answer.body().text(),
                answer.body().cut());
    }
}
