package io.convoy.hooks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.convoy.hooks.WebhookAnswer.Agreed;
import io.convoy.hooks.WebhookAnswer.Failed;
import io.convoy.hooks.WebhookAnswer.NotYet;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Asks a customer's automation whether a step may be taken, with one POST of
 * {@code {"id", "cluster", "run", "step", "purpose"}}. It never follows a redirect, and its messages never hold the URL, which
 * may contain a token.
 */
@ApplicationScoped
public class WebhookCaller {

    private final HooksConfig config;
    private final ObjectMapper json;
    private final HttpClient client;

    WebhookCaller(HooksConfig config, ObjectMapper json) {
        this.config = config;
        this.json = json;
        this.client = HttpClient.newBuilder()
                // Some receivers stumble over the offer to go on in HTTP/2 that comes with a POST.
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(config.webhookTimeout())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /** Asks once; returns after {@code convoy.hooks.webhook-timeout} at the latest. */
    public WebhookAnswer call(URI url, WebhookCall call) {
        try {
            int status =
                    client.send(request(url, call), BodyHandlers.discarding()).statusCode();
            return answer(status);
        } catch (IOException | IllegalArgumentException e) {
            return new Failed("no answer from the webhook: " + e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Failed("interrupted while waiting for the webhook's answer");
        }
    }

    private static WebhookAnswer answer(int status) {
        return switch (status) {
            case 200 -> new Agreed();
            case 202, 425 -> new NotYet(status);
            default -> new Failed("the webhook answered " + status);
        };
    }

    private HttpRequest request(URI url, WebhookCall call) {
        return HttpRequest.newBuilder(url)
                .timeout(config.webhookTimeout())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body(call)))
                .build();
    }

    private String body(WebhookCall call) {
        Map<String, String> body = new LinkedHashMap<>();
        body.put("id", call.id());
        body.put("cluster", call.cluster().value());
        body.put("run", call.run().toString());
        body.put("step", call.step().value());
        body.put("purpose", call.purpose());
        try {
            return json.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Five texts can be written as JSON", e);
        }
    }
}
