package io.convoy.execution;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;

/** Differences as they are kept: JSON text. */
final class DifferenceText {

    static final String NONE = "[]";

    private static final ObjectMapper JSON = new ObjectMapper();

    private DifferenceText() {}

    static String write(List<Difference> differences) {
        try {
            return JSON.writeValueAsString(differences);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Strings can always be written as JSON", e);
        }
    }

    static List<Difference> read(String text) {
        if (text.equals(NONE)) {
            return List.of();
        }
        try {
            return JSON.readValue(text, new TypeReference<List<Difference>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The database holds differences that are not in Convoy's form", e);
        }
    }
}
