package io.convoy.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Somebody who, in the middle of the demo's program, holds all of it for a while, looks at why nothing moves, and lets go. */
final class DemoPause {

    private static final Duration LENGTH = Duration.ofSeconds(6);
    private static final Duration UNTIL_IT_ACTS = Duration.ofSeconds(2);
    private static final int STEPS_BEFORE = 4;

    private final ConvoyClient convoy;
    private final PrintWriter out;
    private boolean over;

    DemoPause(ConvoyClient convoy, PrintWriter out) {
        this.convoy = convoy;
        this.out = out;
    }

    /** Comes once every run has taken some steps and none has ended. */
    void mayCome(List<JsonNode> runs, ProgressBoard board) {
        if (over || runs.isEmpty() || !runs.stream().allMatch(DemoPause::isInTheMiddle)) {
            return;
        }
        over = true;
        board.finish();
        convoy.put("/holds/program", Map.of("reason", "the demo pauses for a moment"));
        Patience.pause(UNTIL_IT_ACTS);
        long begun = begun();
        out.println("Paused: a hold on the whole program. For each run, what keeps it:");
        for (JsonNode run : runs) {
            String cluster = run.path("cluster").asText();
            out.println("  " + cluster + ": "
                    + convoy.get("/clusters/" + cluster + "/explain")
                            .path("reason")
                            .asText());
        }
        Patience.pause(LENGTH);
        long meanwhile = begun() - begun;
        if (meanwhile > 0) {
            throw new IllegalStateException(meanwhile + " steps were begun under a hold");
        }
        convoy.delete("/holds/program");
        out.println("Let go: no step was begun while it stood.");
        out.flush();
    }

    /** How many steps have ever been begun, as the audit tells it. */
    private long begun() {
        long begun = 0;
        String after = "0";
        while (!after.isEmpty()) {
            JsonNode page = convoy.get("/audit?limit=1000&after=" + after);
            for (JsonNode entry : page.path("items")) {
                begun += entry.path("act").asText().equals("step.begun") ? 1 : 0;
            }
            after = page.path("next").asText("");
        }
        return begun;
    }

    private static boolean isInTheMiddle(JsonNode run) {
        int done = 0;
        for (JsonNode step : run.path("steps")) {
            done += step.path("status").asText().equals("DONE") ? 1 : 0;
        }
        return done >= STEPS_BEFORE && done < run.path("steps").size() && !RunView.stands(run);
    }
}
