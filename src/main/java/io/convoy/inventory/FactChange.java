package io.convoy.inventory;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One fact of a cluster that differs between two versions of it.
 *
 * @param fact where, for example {@code version} or {@code datacenters.dc_old.racks.us-east-1a.nodes}
 * @param before empty when it is new
 * @param after empty when it is gone
 */
public record FactChange(String fact, Optional<String> before, Optional<String> after) {

    private static final JsonMapper JSON = new JsonMapper();

    /** All facts that differ, in the order of the YAML form. */
    public static List<FactChange> between(ClusterDocument before, ClusterDocument after) {
        List<FactChange> changes = new ArrayList<>();
        compare("", tree(before), tree(after), changes);
        return List.copyOf(changes);
    }

    @Override
    public String toString() {
        return fact + ": " + before.orElse("(nothing)") + " → " + after.orElse("(nothing)");
    }

    private static void compare(String fact, JsonNode before, JsonNode after, List<FactChange> changes) {
        if (before.equals(after)) {
            return;
        }
        Optional<Map<String, JsonNode>> partsBefore = parts(before);
        Optional<Map<String, JsonNode>> partsAfter = parts(after);
        if (partsBefore.isEmpty() || partsAfter.isEmpty()) {
            changes.add(new FactChange(fact, text(before), text(after)));
            return;
        }
        int found = changes.size();
        Set<String> keys = new LinkedHashSet<>(partsBefore.get().keySet());
        keys.addAll(partsAfter.get().keySet());
        for (String key : keys) {
            JsonNode one = partsBefore.get().getOrDefault(key, JSON.missingNode());
            JsonNode other = partsAfter.get().getOrDefault(key, JSON.missingNode());
            compare(fact.isEmpty() ? key : fact + "." + key, one, other, changes);
        }
        if (changes.size() == found) {
            changes.add(new FactChange(fact, Optional.of("another order"), Optional.of("this order")));
        }
    }

    /** What a value consists of: the keys of a mapping, the names of a list of named things; empty for anything else. */
    private static Optional<Map<String, JsonNode>> parts(JsonNode node) {
        Map<String, JsonNode> parts = new LinkedHashMap<>();
        if (node.isObject()) {
            node.properties().forEach(property -> parts.put(property.getKey(), property.getValue()));
            return Optional.of(parts);
        }
        for (JsonNode item : node) {
            if (!item.has("name") || parts.put(item.get("name").asText(), item) != null) {
                return Optional.empty();
            }
        }
        return node.isArray() && !node.isEmpty() ? Optional.of(parts) : Optional.empty();
    }

    private static Optional<String> text(JsonNode node) {
        if (node.isMissingNode()) {
            return Optional.empty();
        }
        return Optional.of(node.isValueNode() ? node.asText() : node.toString());
    }

    private static JsonNode tree(ClusterDocument document) {
        try {
            return JSON.readTree(document.json());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A cluster's document is JSON", e);
        }
    }
}
