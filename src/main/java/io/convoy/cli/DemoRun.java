package io.convoy.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Follows one cluster's run, and plays the people that it asks: the owners of its clients, and whoever says "no way back". */
final class DemoRun {

    private static final Duration LONGEST_START = Duration.ofMinutes(2);

    private static final Set<String> ASKING = Set.of("gate", "leave-clients", "point-of-no-return");

    private final ConvoyClient convoy;
    private final String cluster;
    private final DemoUsers users;
    private final boolean rollBack;
    private final Set<String> answered = new HashSet<>();
    private final long began = System.nanoTime();

    DemoRun(ConvoyClient convoy, String cluster, DemoUsers users, boolean rollBack) {
        this.convoy = convoy;
        this.cluster = cluster;
        this.users = users;
        this.rollBack = rollBack;
    }

    /** The run as it stands now, after whoever it asks has answered; empty while it has not begun. */
    Optional<JsonNode> look() {
        JsonNode runs = convoy.get("/runs?cluster=" + cluster).path("items");
        if (runs.isEmpty()) {
            checkStarts();
            return Optional.empty();
        }
        JsonNode run = convoy.get("/runs/" + runs.get(0).path("id").asText());
        if (!RunView.stands(run)) {
            RunView.current(run).ifPresent(step -> accompany(run.path("id").asText(), step));
        }
        return Optional.of(run);
    }

    private void checkStarts() {
        if (System.nanoTime() - began > LONGEST_START.toNanos()) {
            throw new IllegalStateException("The wave did not start " + cluster + ": "
                    + convoy.get("/clusters/" + cluster + "/explain")
                            .path("reason")
                            .asText());
        }
    }

    void phase(String name) {
        users.phase(name);
    }

    private void accompany(String run, JsonNode step) {
        boolean back = step.path("status").asText().equals("UNDOING");
        users.phase(back ? "rolling back" : step.path("phase").asText());
        String kind = step.path(back ? "undo" : "kind").asText();
        // Whoever is started anew before Convoy has looked once would seem to be there since before.
        boolean hasLooked =
                !kind.equals("leave-clients") || step.at("/progress/detail").isTextual();
        if (ASKING.contains(kind) && hasLooked && answered.add(step.path("id").asText() + back)) {
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
        if (step.path("kind").asText().equals("leave-clients") && !back) {
            // Convoy sees for itself that they have moved.
            return;
        }
        convoy.post(
                "/runs/" + run + "/steps/" + step.path("id").asText() + "/confirmation",
                Map.of("comment", "the demo says yes"));
    }

    private void moveClients(boolean back) {
        if (back) {
            users.cutBack();
        } else {
            users.cutOver();
        }
    }
}
