package io.convoy.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What the demo proves of one cluster, or not.
 *
 * @param state in which its run must have ended
 * @param objections of a look that has nothing to do with Convoy
 */
record DemoReport(JsonNode run, DemoUsers.Verdict verdict, String state, List<String> objections) {

    DemoReport {
        objections = List.copyOf(objections);
    }

    boolean fine() {
        return run.path("state").asText().equals(state) && verdict.fine() && objections.isEmpty();
    }

    String text() {
        StringBuilder text = new StringBuilder();
        text.append(run.path("cluster").asText())
                .append(": ")
                .append(run.path("state").asText())
                .append(' ')
                .append(run.path("reason").asText());
        text.append(System.lineSeparator()).append(phases()).append(System.lineSeparator());
        text.append(verdict.text());
        objections.forEach(objection -> text.append(System.lineSeparator())
                .append("An independent look: ")
                .append(objection));
        return text.toString();
    }

    private String phases() {
        Map<String, Double> seconds = new LinkedHashMap<>();
        for (JsonNode step : run.path("steps")) {
            seconds.merge(step.path("phase").asText(), step.path("seconds").asDouble(), Double::sum);
        }
        Table table = new Table(List.of("phase", "seconds"));
        seconds.forEach((phase, sum) -> table.row(List.of(phase, String.format(Locale.ROOT, "%.1f", sum))));
        return table.fitting(Terminal.width());
    }
}
