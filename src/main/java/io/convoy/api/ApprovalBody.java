package io.convoy.api;

import io.convoy.plan.Approval;
import java.time.Instant;

/** Somebody's word that a plan may be run. */
public record ApprovalBody(String cluster, int revision, String digest, String comment, String by, Instant at) {

    static ApprovalBody of(Approval approval) {
        return new ApprovalBody(
                approval.cluster().value(),
                approval.revision(),
                approval.digest().value(),
                approval.comment(),
                approval.by().name(),
                approval.at());
    }
}
