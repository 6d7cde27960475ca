package io.convoy.execution;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/** The parts of an attempt that are kept as JSON text. */
@Singleton
class AttemptText {

    private final ObjectMapper json;

    AttemptText(ObjectMapper json) {
        this.json = json;
    }

    String notes(List<String> notes) {
        return write(notes);
    }

    List<String> notes(String text) {
        return read(text, new TypeReference<>() {});
    }

    String memory(Map<String, String> memory) {
        return write(memory);
    }

    Map<String, String> memory(String text) {
        return read(text, new TypeReference<>() {});
    }

    String progress(Progress progress) {
        return write(progress);
    }

    Progress progress(String text) {
        return read(text, new TypeReference<>() {});
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Strings and numbers can always be written as JSON", e);
        }
    }

    private <T> T read(String text, TypeReference<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The database holds an attempt that is not in Convoy's form", e);
        }
    }
}
