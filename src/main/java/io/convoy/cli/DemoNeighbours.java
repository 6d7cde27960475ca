package io.convoy.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The demo's other clusters, whose moves are pretended. */
final class DemoNeighbours {

    private static final Duration EVERY = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final ConvoyClient convoy;
    private final List<String> names;

    private DemoNeighbours(ConvoyClient convoy, List<String> names) {
        this.convoy = convoy;
        this.names = names;
    }

    /** Plans and approves every one. */
    static DemoNeighbours approved(ConvoyClient convoy) {
        List<String> names = new ArrayList<>();
        for (JsonNode cluster : convoy.get("/clusters").path("items")) {
            if (cluster.path("strategy").asText().equals("pretend")) {
                names.add(cluster.path("name").asText());
            }
        }
        for (String name : names) {
            convoy.post("/clusters/" + name + "/plans", Map.of());
            String digest = convoy.get("/clusters/" + name + "/plans/latest")
                    .path("digest")
                    .asText();
            convoy.put(
                    "/clusters/" + name + "/plans/latest/approval",
                    Map.of("digest", digest, "comment", "demo: pretended"));
        }
        return new DemoNeighbours(convoy, List.copyOf(names));
    }

    List<String> names() {
        return names;
    }

    /** Until each has moved. */
    void await() {
        long began = System.nanoTime();
        while (!names.stream().allMatch(name -> state(name).equals("SUCCEEDED"))) {
            if (System.nanoTime() - began > LONGEST.toNanos()) {
                throw new IllegalStateException(
                        "The neighbours have not all moved:" + System.lineSeparator() + table());
            }
            Patience.pause(EVERY);
        }
    }

    String table() {
        Table table = new Table(List.of("neighbour", "state", "started", "ended"));
        for (String name : names) {
            JsonNode run = run(name);
            table.row(List.of(
                    name,
                    state(name),
                    run.path("createdAt").asText("-"),
                    run.path("changedAt").asText("-")));
        }
        return table.fitting(Terminal.width());
    }

    private String state(String name) {
        return run(name).path("state").asText("NOT_STARTED");
    }

    private JsonNode run(String name) {
        return convoy.get("/runs?cluster=" + name + "&limit=1").path("items").path(0);
    }
}
