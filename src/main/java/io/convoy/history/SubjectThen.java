package io.convoy.history;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** A cluster as it was recorded when it was admitted. */
record SubjectThen(String name, long nodes, long dataBytes, Map<String, Set<String>> traits) {

    SubjectThen {
        traits = Map.copyOf(traits);
    }

    static SubjectThen of(Act admitted) {
        Map<String, Set<String>> traits = new HashMap<>();
        admitted.details().path("traits").properties().forEach(dimension -> {
            Set<String> values = new HashSet<>();
            dimension.getValue().forEach(value -> values.add(value.asText()));
            traits.put(dimension.getKey(), values);
        });
        JsonNode details = admitted.details();
        return new SubjectThen(
                admitted.cluster(),
                details.path("nodes").asLong(),
                details.path("data").asLong(),
                traits);
    }

    Set<String> in(String dimension) {
        return traits.getOrDefault(dimension, Set.of());
    }

    boolean shares(String dimension, SubjectThen other) {
        return in(dimension).stream().anyMatch(other.in(dimension)::contains);
    }
}
