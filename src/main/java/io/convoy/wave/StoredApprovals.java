package io.convoy.wave;

import io.convoy.base.ClusterName;
import io.convoy.execution.Run;
import io.convoy.plan.Approval;
import io.convoy.plan.Plans;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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
    public Obstacles obstacles() {
        return new Stored(plans.planned(), plans.standingApprovals());
    }

    @Override
    public Optional<String> staleness(ClusterName cluster) {
        return standing(cluster).flatMap(approval -> plans.staleness(cluster, approval.revision())
                .objection());
    }

    private Optional<Approval> standing(ClusterName cluster) {
        return plans.approval(cluster).filter(Approval::stands);
    }

    private record Stored(Set<ClusterName> planned, Map<ClusterName, Approval> approvals) implements Obstacles {

        @Override
        public Optional<String> of(ClusterName cluster) {
            if (approvals.containsKey(cluster)) {
                return Optional.empty();
            }
            return Optional.of(
                    planned.contains(cluster)
                            ? "Its plan is not approved: review it (./convoy review " + cluster + ") and approve it"
                            : "It has no plan: make one (./convoy plan " + cluster + ") and have it approved");
        }

        @Override
        public boolean isApprovedSince(Run ended) {
            return Optional.ofNullable(approvals.get(ended.cluster()))
                    .filter(approval -> approval.at().isAfter(ended.changedAt()))
                    .isPresent();
        }
    }
}
