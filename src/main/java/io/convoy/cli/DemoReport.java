package io.convoy.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.convoy.lab.DropReport;
import io.convoy.lab.WitnessReport;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** What the demo proves, or not. */
record DemoReport(JsonNode run, WitnessReport witness, DropReport drops, DemoExpectation expected) {

    boolean fine() {
        // A node that could not be asked is not in the map, and proves nothing.
        boolean complete = witness.missingByNode().keySet().containsAll(expected.nodes())
                && witness.missingByNode().values().stream().allMatch(missing -> missing == 0);
        return run.path("state").asText().equals(expected.state())
                && witness.flawless()
                && complete
                && drops.errors() == 0;
    }

    String text() {
        StringBuilder text = new StringBuilder();
        text.append("Run: ")
                .append(run.path("state").asText())
                .append(' ')
                .append(run.path("reason").asText());
        text.append(System.lineSeparator()).append(phases()).append(System.lineSeparator());
        text.append(witness.text()).append(System.lineSeparator());
        return text.append(drops.text()).toString();
    }

    private String phases() {
        Map<String, Double> seconds = new LinkedHashMap<>();
        for (JsonNode step : run.path("steps")) {
            seconds.merge(step.path("phase").asText(), step.path("seconds").asDouble(), Double::sum);
        }
        Table table = new Table(java.util.List.of("phase", "seconds"));
        seconds.forEach((phase, sum) -> table.row(java.util.List.of(phase, String.format(Locale.ROOT, "%.1f", sum))));
        return table.fitting(Terminal.width());
    }
}
