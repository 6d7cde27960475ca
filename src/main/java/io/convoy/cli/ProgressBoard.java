package io.convoy.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Draws runs: a line for every step that has ended, and below them, drawn over again each time, the present step with a bar
 * for each of its nodes. Where no person looks on, it only adds lines.
 */
final class ProgressBoard {

    private static final int BAR = 24;

    private final PrintWriter out;
    private final boolean redraws = Terminal.isInteractive();
    private final Set<String> told = new HashSet<>();
    private int drawn;

    ProgressBoard(PrintWriter out) {
        this.out = out;
    }

    void show(JsonNode run) {
        show(List.of(run));
    }

    void show(List<JsonNode> runs) {
        erase();
        for (JsonNode run : runs) {
            String whose = runs.size() > 1 ? run.path("cluster").asText() + ": " : "";
            run.path("steps").forEach(step -> tell(whose, step));
        }
        if (redraws) {
            runs.forEach(run -> RunView.current(run)
                    .ifPresent(step -> draw(step, run.path("reason").asText())));
        }
        out.flush();
    }

    void finish() {
        erase();
        out.flush();
    }

    private void tell(String whose, JsonNode step) {
        String status = step.path("status").asText();
        boolean ended = status.equals("DONE") || status.equals("UNDONE");
        if (ended && told.add(whose + step.path("id").asText() + status)) {
            out.printf(
                    "  %s %-44s %6.1f s  %s%n",
                    status.equals("DONE") ? "✔" : "↩",
                    clipped(whose + step.path("title").asText(), 44),
                    step.path("seconds").asDouble(),
                    clipped(step.path("evidence").path(0).asText(), Math.max(20, Terminal.width() - 60)));
        }
    }

    private void draw(JsonNode step, String reason) {
        List<String> lines = new ArrayList<>();
        JsonNode progress = step.path("progress");
        lines.add(String.format(
                "  ▶ %-44s %s  %s",
                clipped(step.path("title").asText(), 44),
                bar(progress.path("fraction")),
                progress.path("detail").asText(reason)));
        for (JsonNode part : progress.path("parts")) {
            lines.add(String.format(
                    "      %-40s %s  %s",
                    clipped(part.path("name").asText(), 40),
                    bar(part.path("fraction")),
                    part.path("detail").asText()));
        }
        lines.forEach(line -> out.println(clipped(line, Terminal.width() - 1)));
        drawn += lines.size();
    }

    /** Moves the cursor back over what was drawn last. */
    private void erase() {
        if (drawn > 0) {
            out.print("\u001b[" + drawn + "A\u001b[J");
            drawn = 0;
        }
    }

    static String bar(JsonNode fraction) {
        if (!fraction.isNumber()) {
            return " ".repeat(BAR + 5);
        }
        int full = (int) Math.round(fraction.asDouble() * BAR);
        return "█".repeat(full) + "░".repeat(BAR - full) + String.format("%4.0f%%", fraction.asDouble() * 100);
    }

    private static String clipped(String text, int width) {
        return text.length() <= width ? text : text.substring(0, width - 1) + "…";
    }
}
