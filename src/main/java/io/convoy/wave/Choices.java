package io.convoy.wave;

import io.convoy.audit.AuditLog;
import io.convoy.base.Actor;
import io.convoy.base.ClusterName;
import io.convoy.base.Refusal;
import io.convoy.execution.Run;
import io.convoy.execution.RunState;
import io.convoy.execution.Runs;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/** What people decide of single clusters: leave one out of the program, or take it up again. */
@ApplicationScoped
public class Choices {

    private final ProgramStore store;
    private final Runs runs;
    private final AuditLog audit;
    private final Clock clock;

    Choices(ProgramStore store, Runs runs, AuditLog audit, Clock clock) {
        this.store = store;
        this.runs = runs;
        this.audit = audit;
        this.clock = clock;
    }

    /** Leaves the cluster out; refused while it moves and once it has moved. */
    @Transactional
    public void skip(ClusterName cluster, String reason, Actor by) {
        if (reason.isBlank()) {
            throw Refusal.invalidAt("/reason", "Skipping says why: give a reason");
        }
        store.lock();
        runs.latest(cluster).map(Run::state).ifPresent(state -> refuse(cluster, state));
        choose(cluster, new Choice(true, reason, by.name(), clock.instant()), "cluster.skipped", by);
    }

    /** Takes a cluster up again that was skipped or rolled back, with the plan that is approved for it. */
    @Transactional
    public void retry(ClusterName cluster, Actor by) {
        store.lock();
        Optional<RunState> last = runs.latest(cluster).map(Run::state);
        boolean rolledBack = last.filter(RunState.RolledBack.class::isInstance).isPresent();
        boolean skipped = Optional.ofNullable(store.choices().get(cluster))
                .filter(Choice::skips)
                .isPresent();
        if (!rolledBack && !skipped) {
            throw Refusal.conflict("Cluster " + cluster
                    + " is neither skipped nor rolled back; a run that needs attention is retried by POST"
                    + " /api/v1/runs/{id}/retry");
        }
        choose(cluster, new Choice(false, "", by.name(), clock.instant()), "cluster.retried", by);
    }

    private void choose(ClusterName cluster, Choice choice, String act, Actor by) {
        store.save(cluster, choice);
        audit.record(by, act, cluster.value(), choice.skips() ? Map.of("reason", choice.reason()) : Map.of());
    }

    private static void refuse(ClusterName cluster, RunState state) {
        if (!(state instanceof RunState.RolledBack)) {
            throw Refusal.conflict("Cluster " + cluster + " cannot be skipped: its run is " + state.word());
        }
    }
}
