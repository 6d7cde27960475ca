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

    private static final Set<String> ASKING = Set.of("gate", "point-of-no-return");

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
        boolean back = step.path("status").asText().equals("UNDOING");
        clients.phase(back ? "rolling back" : step.path("phase").asText());
        String kind = step.path(back ? "undo" : "kind").asText();
        if (ASKING.contains(kind) && answered.add(step.path("id").asText() + back)) {
            answer(run, step, back);
        }
    }

    private void answer(String run, JsonNode step, boolean back) {
        if (step.path("kind").asText().equals("point-of-no-return") && rollBack) {
            convoy.post("/runs/" + run + "/rollback", Map.of());
            return;
        }
        if (step.path("phase").asText().equals("cutover")) {
            moveClients(back);
        }
        convoy.post(
                "/runs/" + run + "/steps/" + step.path("id").asText() + "/confirmation",
                Map.of("comment", "the demo says yes"));
    }

    private void moveClients(boolean back) {
        if (back) {
            clients.cutBack();
        } else {
            clients.cutOver();
        }
    }
}
