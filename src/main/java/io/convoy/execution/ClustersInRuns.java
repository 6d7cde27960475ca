package io.convoy.execution;

import io.convoy.base.ClusterName;
import io.convoy.inventory.ClusterUse;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** A cluster in a run stays as the run's plan knows it. */
@ApplicationScoped
class ClustersInRuns implements ClusterUse {

    private final RunStore store;

    ClustersInRuns(RunStore store) {
        this.store = store;
    }

    @Override
    public Optional<String> of(ClusterName cluster) {
        return store.activeRun(cluster).map(run -> "run " + run.id() + " is moving it");
    }
}
