package io.convoy.history;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.convoy.audit.AuditEntry;
import java.time.Instant;

/** An audit entry with its details read. */
record Act(long sequence, Instant at, String word, String subject, JsonNode details) {

    static final String ADMITTED = "run.admitted";
    static final String BEGUN = "step.begun";
    static final String LAST = ".last";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CLUSTER = "cluster:";

    /** Throws {@link IllegalArgumentException} where its details are not JSON. */
    static Act of(AuditEntry entry) {
        return new Act(
                entry.sequence(),
                entry.act().at(),
                entry.act().act(),
                entry.act().subject(),
                json(entry.act().details()));
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("it is not JSON: " + e.getOriginalMessage(), e);
        }
    }

    boolean is(String other) {
        return word.equals(other);
    }

    /** Its subject, where that is a cluster: written with its kind or without. */
    String cluster() {
        return subject.startsWith(CLUSTER) ? subject.substring(CLUSTER.length()) : subject;
    }

    String text(String field) {
        return details.path(field).asText("");
    }

    String run() {
        return text("run");
    }

    Way way() {
        return text("direction").equals(Way.BACK.name()) ? Way.BACK : Way.FORWARD;
    }

    String place() {
        return "entry " + sequence + " (" + at + ")";
    }
}
