package io.convoy.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What there is to say of customers' automation; nothing where all is well. */
final class HookWords {

    private static final String QUESTION = "io.convoy.step.asked";

    private HookWords() {}

    /** Those that have not taken an event. */
    static Stream<String> ofSubscribers(JsonNode subscribers) {
        return StreamSupport.stream(subscribers.spliterator(), false)
                .filter(subscriber -> subscriber.path("attempts").asInt() > 0)
                .map(HookWords::behind);
    }

    private static String behind(JsonNode subscriber) {
        return String.format(
                "Subscriber %s: %d events wait since %s; failed attempts: %d, the last with: %s; told again at %s",
                subscriber.path("receiver").asText(),
                subscriber.path("backlog").asInt(),
                subscriber.path("oldest").asText(),
                subscriber.path("attempts").asInt(),
                subscriber.path("reason").asText(),
                subscriber.path("due").asText());
    }

    /** What the webhook of the cluster's latest run answered last, unless it agreed. */
    static Stream<String> ofCluster(ConvoyClient convoy, String cluster) {
        JsonNode runs = convoy.get("/runs?cluster=" + cluster + "&limit=1").path("items");
        return runs.isEmpty() ? Stream.empty() : lastAsked(convoy, runs.get(0)).map(HookWords::asked).stream();
    }

    private static Optional<JsonNode> lastAsked(ConvoyClient convoy, JsonNode run) {
        JsonNode sent =
                convoy.get("/runs/" + run.path("id").asText() + "/deliveries").path("items");
        return StreamSupport.stream(sent.spliterator(), false)
                .filter(delivery -> delivery.path("type").asText().equals(QUESTION))
                .findFirst()
                .filter(last -> !last.path("verdict").asText().equals("AGREED"));
    }

    private static String asked(JsonNode delivery) {
        String said = delivery.path("said").asText();
        return String.format(
                "Webhook %s: asked about step %s for the %d. time at %s: %s%s",
                delivery.path("receiver").asText(),
                delivery.path("step").asText(),
                delivery.path("attempt").asInt(),
                delivery.path("sentAt").asText(),
                delivery.path("verdict").asText("no answer yet"),
                said.isEmpty() ? "" : ", " + said);
    }
}
