package io.convoy.plan;

import io.convoy.audit.AuditLog;
import io.convoy.base.Actor;
import io.convoy.base.ClusterName;
import io.convoy.base.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads plans, and writes what was decided about them together with an entry in the audit log. */
@ApplicationScoped
@Transactional
class PlanLedger {

    private final PlanStore store;
    private final AuditLog audit;
    private final Clock clock;

    PlanLedger(PlanStore store, AuditLog audit, Clock clock) {
        this.store = store;
        this.audit = audit;
        this.clock = clock;
    }

    PlanRevision find(ClusterName cluster, int revision) {
        return store.find(cluster, revision)
                .orElseThrow(() -> Refusal.notFound("The plan of cluster " + cluster + " has no revision " + revision));
    }

    /** Keeps the plan as a new revision, unless it is the one that the cluster has. */
    Plans.Made keep(ChangePlan plan, Actor by) {
        store.lock();
        Optional<PlanRevision> latest = store.latest(plan.cluster());
        if (latest.filter(revision -> revision.plan().equals(plan)).isPresent()) {
            return new Plans.Made(latest.get(), false);
        }
        int number = latest.map(PlanRevision::revision).orElse(0) + 1;
        PlanRevision made = store.add(plan, number, by, clock.instant());
        record(by, "plan.made", made, Map.of("blocked", plan.isBlocked()));
        return new Plans.Made(made, true);
    }

    /** Approving the same plan again is a new approval: a second run of it asks for one. */
    Approval approve(PlanRevision plan, String comment, Actor by) {
        store.lock();
        store.withdraw(plan.cluster(), by, clock.instant());
        Approval approval = store.approve(plan, comment, by, clock.instant());
        record(by, "plan.approved", plan, Map.of("comment", comment));
        return approval;
    }

    Optional<Approval> withdraw(PlanRevision plan, Actor by) {
        store.lock();
        boolean stands = store.standing(plan.cluster())
                .filter(approval -> approval.revision() == plan.revision())
                .isPresent();
        if (!stands) {
            return Optional.empty();
        }
        Optional<Approval> withdrawn = store.withdraw(plan.cluster(), by, clock.instant());
        record(by, "plan.approval-withdrawn", plan, Map.of());
        return withdrawn;
    }

    private void record(Actor by, String act, PlanRevision plan, Map<String, ?> more) {
        Map<String, Object> details = new TreeMap<>(more);
        details.put("revision", plan.revision());
        details.put("digest", plan.digest().value());
        audit.record(by, act, subject(plan.cluster()), details);
    }

    private static String subject(ClusterName cluster) {
        return "cluster:" + cluster;
    }
}
