package io.convoy.api;

import io.convoy.plan.PlanRevision;
import java.time.Instant;

/**
 * A revision of a cluster's change plan in a list.
 *
 * @param blocked whether it cannot be approved as the cluster is
 */
public record PlanSummary(
        int revision, String digest, Instant createdAt, String createdBy, int steps, boolean blocked) {

    static PlanSummary of(PlanRevision revision) {
        return new PlanSummary(
                revision.revision(),
                revision.digest().value(),
                revision.createdAt(),
                revision.createdBy().name(),
                revision.plan().steps().size(),
                revision.plan().isBlocked());
    }
}
