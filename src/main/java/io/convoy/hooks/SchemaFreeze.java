package io.convoy.hooks;

import io.convoy.base.ClusterName;
import io.convoy.base.RunId;
import java.time.Instant;
import java.util.Optional;

/**
 * The one freeze that a cluster can be under.
 *
 * @param run whose freeze it is
 * @param version moves with every change; a write with an old one is refused
 */
public record SchemaFreeze(
        ClusterName cluster,
        RunId run,
        FreezeState state,
        String reason,
        Instant requestedAt,
        Optional<Instant> enforcedAt,
        long version) {

    static SchemaFreeze requested(ClusterName cluster, RunId run, String reason, Instant now) {
        return new SchemaFreeze(cluster, run, FreezeState.REQUESTED, reason, now, Optional.empty(), 0);
    }

    public boolean belongsTo(RunId other) {
        return run.equals(other);
    }

    public boolean isReleasing() {
        return state == FreezeState.RELEASING;
    }

    SchemaFreeze requestedAgain() {
        return moved(FreezeState.REQUESTED, Optional.empty());
    }

    SchemaFreeze enforced(Instant now) {
        return moved(FreezeState.ENFORCED, enforcedAt.or(() -> Optional.of(now)));
    }

    SchemaFreeze releasing() {
        return moved(FreezeState.RELEASING, enforcedAt);
    }

    private SchemaFreeze moved(FreezeState next, Optional<Instant> enforced) {
        return new SchemaFreeze(cluster, run, next, reason, requestedAt, enforced, version + 1);
    }
}
