package io.convoy.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** The verification of the audit record, in words. */
final class AuditVerdict {

    private AuditVerdict() {}

    static boolean isFine(JsonNode verdict) {
        return verdict.path("intact").asBoolean()
                && verdict.path("history").path("kept").asBoolean();
    }

    /** What was checked, and each violation. */
    static List<String> lines(JsonNode verdict) {
        List<String> lines = new ArrayList<>();
        lines.add(
                verdict.path("intact").asBoolean()
                        ? "Audit record: intact, " + verdict.path("entries").asText() + " entries"
                        : "Audit record: BROKEN: " + verdict.path("reason").asText());
        JsonNode history = verdict.path("history");
        String checked = history.path("starts").asText() + " starts, "
                + history.path("steps").asText() + " steps and "
                + history.path("leases").asText() + " leases checked";
        lines.add("History: " + checked + ", "
                + (history.path("kept").asBoolean()
                        ? "every promise was kept"
                        : history.path("found").asText() + " VIOLATIONS"));
        history.path("violations")
                .forEach(
                        violation -> lines.add("  " + violation.path("sentence").asText()));
        if (history.path("violations").size() < history.path("found").asLong()) {
            lines.add("  and more");
        }
        return lines;
    }
}
