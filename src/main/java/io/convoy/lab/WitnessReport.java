package io.convoy.lab;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a witness can swear to after a migration.
 *
 * @param acknowledged rows whose write the cluster confirmed
 * @param lost acknowledged rows that the final reading did not find, or found with other content
 * @param unreadable acknowledged rows whose final reading failed, so that nothing is known of them
 * @param missedReads readings during the migration that did not find an acknowledged row
 * @param errors requests that failed after the driver's own retries
 * @param messages up to five different errors
 * @param missingByNode acknowledged rows that single nodes do not have, where that was asked
 */
public record WitnessReport(
        long acknowledged,
        long lost,
        long unreadable,
        long missedReads,
        long errors,
        List<String> messages,
        double slowestMillis,
        List<Phase> phases,
        Map<String, Long> missingByNode) {

    public WitnessReport {
        messages = List.copyOf(messages);
        phases = List.copyOf(phases);
        missingByNode = java.util.Collections.unmodifiableMap(new TreeMap<>(missingByNode));
    }

    /** Times of all requests, failed ones too, that began in one phase. */
    public record Phase(String name, long requests, long errors, double p50Millis, double p99Millis, double maxMillis) {

        boolean isUsed() {
            return requests > 0;
        }

        String text() {
            return String.format(
                    Locale.ROOT,
                    "  %-28s %8d requests %5d errors   p50 %8.1f ms   p99 %8.1f ms   max %8.1f ms%n",
                    name,
                    requests,
                    errors,
                    p50Millis,
                    p99Millis,
                    maxMillis);
        }
    }

    /** True when every acknowledged row is there and no request failed. */
    @JsonProperty
    public boolean flawless() {
        return lost == 0 && unreadable == 0 && missedReads == 0 && errors == 0;
    }

    public String json() {
        return StoredFile.json(this);
    }

    /** For people. */
    public String text() {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "Witness: %d rows acknowledged, %d lost, %d unreadable, %d missed reads, %d errors, slowest request %.1f ms%n",
                acknowledged,
                lost,
                unreadable,
                missedReads,
                errors,
                slowestMillis));
        phases.forEach(phase -> text.append(phase.text()));
        missingByNode.forEach((node, missing) ->
                text.append(String.format(Locale.ROOT, "  %-28s lacks %d rows of its own%n", node, missing)));
        messages.forEach(message -> text.append("  error: ").append(message).append(System.lineSeparator()));
        return text.toString();
    }
}
