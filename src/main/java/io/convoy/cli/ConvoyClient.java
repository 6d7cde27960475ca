package io.convoy.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Speaks to a Convoy server; {@code CONVOY_URL} names it, {@code CONVOY_TOKEN} is the bearer token where it asks for one. */
final class ConvoyClient {

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofMinutes(2);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(CONNECT).build();
    private final ObjectMapper json = new ObjectMapper();
    private final URI base;
    private final Optional<String> token;

    ConvoyClient(URI base, Optional<String> token) {
        this.base = base;
        this.token = token;
    }

    static ConvoyClient of(Map<String, String> environment) {
        String port = environment.getOrDefault("CONVOY_PORT", "8080");
        return new ConvoyClient(
                URI.create(environment.getOrDefault("CONVOY_URL", "http://127.0.0.1:" + port)),
                Optional.ofNullable(environment.get("CONVOY_TOKEN")));
    }

    JsonNode get(String path) {
        return read(send("GET", path, BodyPublishers.noBody(), "application/json"));
    }

    /** The resource in another form, for example {@code text/markdown}. */
    String getAs(String path, String mediaType) {
        return send("GET", path, BodyPublishers.noBody(), mediaType).body();
    }

    JsonNode post(String path, Object body) {
        return read(send("POST", path, jsonOf(body), "application/json"));
    }

    /** As {@link #post}, with the answer in another form. */
    String postFor(String path, Object body, String mediaType) {
        return send("POST", path, jsonOf(body), mediaType).body();
    }

    JsonNode postBytes(String path, byte[] body) {
        return read(send("POST", path, BodyPublishers.ofByteArray(body), "application/json"));
    }

    JsonNode put(String path, Object body) {
        return read(send("PUT", path, jsonOf(body), "application/json"));
    }

    JsonNode putYaml(String path, byte[] body) {
        return read(send(request("PUT", path, BodyPublishers.ofByteArray(body), "application/json")
                .header("Content-Type", "application/yaml")));
    }

    void delete(String path) {
        send("DELETE", path, BodyPublishers.noBody(), "application/json");
    }

    /** Whether the server says that it is ready. */
    boolean isReady() {
        try {
            HttpRequest request = HttpRequest.newBuilder(base.resolve("/q/health/ready"))
                    .timeout(CONNECT)
                    .build();
            return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private HttpResponse<String> send(String method, String path, BodyPublisher body, String accept) {
        return send(request(method, path, body, accept)
                .header(
                        "Content-Type",
                        path.startsWith("/inventory/imports") ? "application/octet-stream" : "application/json"));
    }

    private HttpRequest.Builder request(String method, String path, BodyPublisher body, String accept) {
        return HttpRequest.newBuilder(base.resolve("/api/v1" + path))
                .timeout(ANSWER)
                .header("Accept", accept)
                .method(method, body);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        token.ifPresent(value -> request.header("Authorization", "Bearer " + value));
        try {
            HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
            if (response.statusCode() >= 400) {
                throw refused(response);
            }
            return response;
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "No Convoy answers at " + base + ": start one with ./convoy up, or set CONVOY_URL", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while " + base + " was asked", e);
        }
    }

    private ApiRefusal refused(HttpResponse<String> response) {
        try {
            return ApiRefusal.of(response.statusCode(), json.readTree(response.body()));
        } catch (IOException e) {
            return ApiRefusal.of(response.statusCode(), json.createObjectNode());
        }
    }

    private BodyPublisher jsonOf(Object body) {
        try {
            return BodyPublishers.ofByteArray(json.writeValueAsBytes(body));
        } catch (IOException e) {
            throw new UncheckedIOException("The request cannot be written as JSON", e);
        }
    }

    private JsonNode read(HttpResponse<String> response) {
        try {
            return json.readTree(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(base + " answered something other than JSON", e);
        }
    }
}
