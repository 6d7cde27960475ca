package io.convoy.api;

import io.convoy.base.ClusterName;
import io.convoy.execution.Run;
import io.convoy.wave.Program;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where each cluster stands in the program. */
final class ClusterProgress {

    static final String NOT_STARTED = "NOT_STARTED";

    private final Map<ClusterName, String> waves = new HashMap<>();
    private final Map<ClusterName, String> states = new HashMap<>();

    /** @param runs the newest first */
    ClusterProgress(Program program, List<Run> runs) {
        program.waves().forEach(wave -> wave.clusters().forEach(cluster -> waves.putIfAbsent(cluster, wave.name())));
        runs.forEach(run -> states.putIfAbsent(run.cluster(), run.state().word()));
    }

    Optional<String> waveOf(ClusterName cluster) {
        return Optional.ofNullable(waves.get(cluster));
    }

    String stateOf(ClusterName cluster) {
        return states.getOrDefault(cluster, NOT_STARTED);
    }
}
