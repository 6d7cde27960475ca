package io.convoy.wave;

import io.convoy.base.ClusterName;
import io.convoy.execution.Run;
import io.convoy.execution.Runs;
import io.convoy.nodestatus.Watched;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.stream.Collectors;

/** Every cluster in a run is watched. */
@ApplicationScoped
class RunningClusters implements Watched {

    private final Runs runs;

    RunningClusters(Runs runs) {
        this.runs = runs;
    }

    @Override
    public Set<ClusterName> clusters() {
        return runs.active().stream().map(Run::cluster).collect(Collectors.toUnmodifiableSet());
    }
}
