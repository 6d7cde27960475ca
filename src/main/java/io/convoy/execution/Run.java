package io.convoy.execution;

import io.convoy.base.Actor;
import io.convoy.base.ClusterName;
import io.convoy.base.Digest;
import io.convoy.base.RunId;
import java.time.Instant;

/**
 * One carrying-out of one approved plan.
 *
 * @param wave the wave that it belongs to
 * @param epoch counts every write; a worker whose epoch is past cannot write any more
 */
public record Run(
        RunId id,
        ClusterName cluster,
        String wave,
        int planRevision,
        Digest planDigest,
        RunState state,
        long epoch,
        Instant createdAt,
        Instant changedAt,
        Actor startedBy) {

    Run in(RunState next) {
        return new Run(id, cluster, wave, planRevision, planDigest, next, epoch, createdAt, changedAt, startedBy);
    }
}
