package io.convoy.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Follows the demo's run, and plays the people that it asks: the owners of the clients, and whoever says "no way back". */
final class DemoRun {

    private static final Duration EVERY = Duration.ofMillis(500);
    private static final Duration LONGEST_START = Duration.ofMinutes(2);

    private final ConvoyClient convoy;
    private final DemoClients clients;
    private final boolean rollBack;
    private final ProgressBoard board;
    private final Set<String> answered = new HashSet<>();

    DemoRun(ConvoyClient convoy, DemoClients clients, boolean rollBack, PrintWriter out) {
        this.convoy = convoy;
        this.clients = clients;
        this.rollBack = rollBack;
        this.board = new ProgressBoard(out);
    }

    /** The run as it stood when it ended, or when it needed somebody whom the demo does not play. */
    JsonNode follow() {
        String id = started();
        JsonNode run = convoy.get("/runs/" + id);
        while (!RunView.stands(run)) {
            board.show(run);
            Optional<JsonNode> step = RunView.current(run);
            if (step.isPresent()) {
                accompany(id, step.get());
            }
            Patience.pause(EVERY);
            run = convoy.get("/runs/" + id);
        }
        board.show(run);
        board.finish();
        return run;
    }

    private String started() {
        long deadline = System.nanoTime() + LONGEST_START.toNanos();
        JsonNode runs = convoy.get("/runs?cluster=" + DemoSource.CLUSTER).path("items");
        while (runs.isEmpty()) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("The wave did not start "
                        + DemoSource.CLUSTER + ": "
                        + convoy.get("/clusters/" + DemoSource.CLUSTER + "/explain")
                                .path("reason")
                                .asText());
            }
            Patience.pause(EVERY);
            runs = convoy.get("/runs?cluster=" + DemoSource.CLUSTER).path("items");
        }
        return runs.get(0).path("id").asText();
    }

    private void accompany(String run, JsonNode step) {
        clients.phase(
                step.path("status").asText().equals("UNDOING")
                        ? "rolling back"
                        : step.path("phase").asText());
        String kind = step.path("kind").asText();
        boolean asks = kind.equals("gate") || kind.equals("point-of-no-return");
        if (asks && answered.add(step.path("id").asText())) {
            answer(run, step, kind);
        }
    }

    private void answer(String run, JsonNode step, String kind) {
        if (kind.equals("point-of-no-return") && rollBack) {
            // The owners go back first: a rollback takes the new nodes away.
            clients.cutBack();
            convoy.post("/runs/" + run + "/rollback", Map.of());
            return;
        }
        if (kind.equals("gate") && step.path("phase").asText().equals("cutover")) {
            clients.cutOver();
        }
        convoy.post(
                "/runs/" + run + "/steps/" + step.path("id").asText() + "/confirmation",
                Map.of("comment", "the demo says yes"));
    }
}
