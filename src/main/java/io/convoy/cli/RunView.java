package io.convoy.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;

/** Questions about a run as the API tells it. */
final class RunView {

    private static final Set<String> STANDING = Set.of("SUCCEEDED", "ROLLED_BACK", "NEEDS_ATTENTION", "PAUSED");

    private RunView() {}

    static JsonNode latest(ConvoyClient convoy, String cluster) {
        JsonNode runs = convoy.get("/runs?cluster=" + cluster + "&limit=1").path("items");
        if (runs.isEmpty()) {
            throw new IllegalStateException("Cluster " + cluster
                    + " has no run: approve its plan and start its wave, or ask ./convoy explain " + cluster);
        }
        return runs.get(0);
    }

    static boolean stands(JsonNode run) {
        return STANDING.contains(run.path("state").asText());
    }

    /** The step that is being worked at, in either direction. */
    static Optional<JsonNode> current(JsonNode run) {
        return StreamSupport.stream(run.path("steps").spliterator(), false)
                .filter(step -> Set.of("UNDER_WAY", "UNDOING", "FAILED")
                        .contains(step.path("status").asText()))
                .reduce((first, second) -> second);
    }
}
