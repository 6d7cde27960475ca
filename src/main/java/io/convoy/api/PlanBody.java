package io.convoy.api;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.convoy.plan.Approval;
import io.convoy.plan.PlanForm;
import io.convoy.plan.PlanRevision;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A revision of a cluster's change plan.
 *
 * @param digest of the plan's YAML, which an approval names
 * @param approval the one that stands for this revision; null where none does
 * @param plan the plan, the same tree as its YAML
 */
public record PlanBody(
        String cluster,
        int revision,
        String digest,
        Instant createdAt,
        String createdBy,
        @Nullable ApprovalBody approval,
        @JsonRawValue String plan) {

    static PlanBody of(PlanRevision revision, Optional<Approval> approval) {
        return new PlanBody(
                revision.cluster().value(),
                revision.revision(),
                revision.digest().value(),
                revision.createdAt(),
                revision.createdBy().name(),
                approval.map(ApprovalBody::of).orElse(null),
                PlanForm.json(revision.plan()));
    }
}
