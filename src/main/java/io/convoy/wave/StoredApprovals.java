package io.convoy.wave;

import io.convoy.base.ClusterName;
import io.convoy.execution.Run;
import io.convoy.plan.Approval;
import io.convoy.plan.Plans;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Answers admission's questions from the plans and approvals that are kept. */
@ApplicationScoped
class StoredApprovals implements ApprovedPlans {

    private final Plans plans;

    StoredApprovals(Plans plans) {
        this.plans = plans;
    }

    @Override
    public Optional<Approved> approved(ClusterName cluster) {
        return standing(cluster)
                .map(approval -> new Approved(
                        approval.revision(), approval.digest(), approval.by().name()));
    }

    @Override
    public Optional<String> obstacle(ClusterName cluster) {
        if (standing(cluster).isPresent()) {
            return Optional.empty();
        }
        return Optional.of(
                plans.latest(cluster).isEmpty()
                        ? "It has no plan: make one (./convoy plan " + cluster + ") and have it approved"
                        : "Its plan is not approved: review it (./convoy review " + cluster + ") and approve it");
    }

    @Override
    public Optional<String> staleness(ClusterName cluster) {
        return standing(cluster).flatMap(approval -> plans.staleness(cluster, approval.revision())
                .objection());
    }

    @Override
    public boolean isApprovedSince(Run ended) {
        return standing(ended.cluster())
                .filter(approval -> approval.at().isAfter(ended.changedAt()))
                .isPresent();
    }

    private Optional<Approval> standing(ClusterName cluster) {
        return plans.approval(cluster).filter(Approval::stands);
    }
}
