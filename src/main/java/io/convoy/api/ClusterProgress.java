package io.convoy.api;

import io.convoy.base.ClusterName;
import io.convoy.execution.Run;
import io.convoy.program.Member;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where each cluster stands in the program. */
final class ClusterProgress {

    static final String NOT_STARTED = "NOT_STARTED";

    private final Map<ClusterName, String> waves = new HashMap<>();
    private final Map<ClusterName, String> states = new HashMap<>();

    /** @param runs the newest of each cluster */
    ClusterProgress(List<Member> members, Collection<Run> runs) {
        members.forEach(member -> waves.put(member.cluster(), member.wave().name()));
        runs.forEach(run -> states.put(run.cluster(), run.state().word()));
    }

    Optional<String> waveOf(ClusterName cluster) {
        return Optional.ofNullable(waves.get(cluster));
    }

    String stateOf(ClusterName cluster) {
        return states.getOrDefault(cluster, NOT_STARTED);
    }
}
