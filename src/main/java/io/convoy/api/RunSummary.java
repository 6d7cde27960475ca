package io.convoy.api;

import io.convoy.execution.Run;
import java.time.Instant;

/**
 * A run in a list.
 *
 * @param state PENDING, RUNNING, WAITING, PAUSED, ROLLING_BACK, NEEDS_ATTENTION, SUCCEEDED or ROLLED_BACK
 * @param reason what a person wants to know besides the state; may be empty
 */
public record RunSummary(
        String id,
        String cluster,
        String wave,
        String state,
        String reason,
        int planRevision,
        String planDigest,
        String startedBy,
        Instant createdAt,
        Instant changedAt) {

    static RunSummary of(Run run) {
        return new RunSummary(
                run.id().toString(),
                run.cluster().value(),
                run.wave(),
                run.state().word(),
                run.state().reason(),
                run.planRevision(),
                run.planDigest().value(),
                run.startedBy().name(),
                run.createdAt(),
                run.changedAt());
    }
}
