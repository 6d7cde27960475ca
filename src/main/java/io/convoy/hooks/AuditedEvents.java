package io.convoy.hooks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.convoy.audit.AuditEntry;
import io.convoy.base.RunId;
import io.convoy.base.StepId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The events that an entry of the audit log stands for: few entries stand for one, and some for two. */
final class AuditedEvents {

    private static final ObjectMapper JSON = new ObjectMapper();

    private AuditedEvents() {}

    static List<HookEvent> of(AuditEntry entry, HookSubscription wishes) {
        return EventType.of(entry.act().act()).stream()
                .filter(wishes::wants)
                .map(type -> event(entry, type))
                .toList();
    }

    private static HookEvent event(AuditEntry entry, EventType type) {
        JsonNode details = details(entry);
        return new HookEvent(
                id(entry, type),
                "io.convoy." + type.word(),
                entry.act().subject(),
                Optional.of(entry.act().at()),
                text(details, "run").map(RunId::parse),
                text(details, "step").map(StepId::new),
                Map.of(
                        "sequence", entry.sequence(),
                        "actor", entry.act().actor().name(),
                        "subject", entry.act().subject(),
                        "details", details));
    }

    /** Part of the entry's hash keeps the events of two Convoys apart. */
    private static String id(AuditEntry entry, EventType type) {
        String hash = entry.hash().value();
        return entry.sequence() + "-" + type.word().replace('.', '-') + "-" + hash.substring(hash.length() - 12);
    }

    private static Optional<String> text(JsonNode details, String key) {
        return Optional.of(details.path(key).asText("")).filter(text -> !text.isEmpty());
    }

    private static JsonNode details(AuditEntry entry) {
        try {
            return JSON.readTree(entry.act().details());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The details of audit entry " + entry.sequence() + " are not JSON", e);
        }
    }
}
