package io.convoy.lab;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Locale;

/**
 * What a witness can swear to after a migration.
 *
 * @param acknowledged records that the cluster confirmed
 * @param slowestCommitMillis of the consumer group's offsets
 * @param phases times from handing a record to the producer until its acknowledgement
 */
public record KafkaWitnessReport(
        long acknowledged,
        RecordFaults faults,
        Errors errors,
        double slowestCommitMillis,
        List<WitnessReport.Phase> phases) {

    public KafkaWitnessReport {
        phases = List.copyOf(phases);
    }

    /**
     * What failed after the clients' own retries.
     *
     * @param messages up to five different ones
     */
    public record Errors(long count, List<String> messages) {

        public Errors {
            messages = List.copyOf(messages);
        }
    }

    /** True when every acknowledged record is there once, in order, was delivered once, and nothing failed. */
    @JsonProperty
    public boolean flawless() {
        return faults.none() && errors.count() == 0;
    }

    /** The longest stall of a producer. */
    @JsonProperty
    public double slowestMillis() {
        return phases.stream().mapToDouble(WitnessReport.Phase::maxMillis).max().orElse(0);
    }

    public String json() {
        return StoredFile.json(this);
    }

    /** For people. */
    public String text() {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "Witness: %d records acknowledged, %d lost, %d undelivered, %d duplicated, %d out of order, %d redelivered,"
                        + " %d errors, slowest acknowledgement %.1f ms, slowest commit %.1f ms%n",
                acknowledged,
                faults.lost(),
                faults.undelivered(),
                faults.duplicated(),
                faults.outOfOrder(),
                faults.redelivered(),
                errors.count(),
                slowestMillis(),
                slowestCommitMillis));
        phases.forEach(phase -> text.append(phase.text()));
        errors.messages()
                .forEach(message -> text.append("  error: ").append(message).append(System.lineSeparator()));
        return text.toString();
    }
}
