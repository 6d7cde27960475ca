package io.convoy.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Follows a list answer to its end. */
final class Pages {

    private static final int MOST_PER_PAGE = 200;

    private Pages() {}

    static ArrayNode all(ConvoyClient convoy, String path) {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        String separator = path.contains("?") ? "&" : "?";
        String after = "";
        do {
            JsonNode page = convoy.get(path + separator + "limit=" + MOST_PER_PAGE + after);
            page.path("items").forEach(all::add);
            JsonNode next = page.path("next");
            after = next.isTextual() ? "&after=" + URLEncoder.encode(next.asText(), StandardCharsets.UTF_8) : "";
        } while (!after.isEmpty());
        return all;
    }
}
