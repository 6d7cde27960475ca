package io.convoy.plan;

import io.convoy.base.Actor;
import io.convoy.base.ClusterName;
import io.convoy.base.Digest;
import io.convoy.base.Problem;
import io.convoy.base.Refusal;
import io.convoy.inventory.Cluster;
import io.convoy.inventory.InventoryStore;
import io.convoy.inventory.StoredCluster;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What people ask of plans: make, find, compare, approve. */
@ApplicationScoped
public class Plans {

    /** The word for a cluster's newest revision. */
    public static final String LATEST = "latest";

    private final InventoryStore inventory;
    private final Planners planners;
    private final PlanStore store;
    private final PlanLedger ledger;

    Plans(InventoryStore inventory, Planners planners, PlanStore store, PlanLedger ledger) {
        this.inventory = inventory;
        this.planners = planners;
        this.store = store;
        this.ledger = ledger;
    }

    /**
     * A plan that was asked for.
     *
     * @param created false where it is the revision that the cluster had already, because nothing differs
     */
    public record Made(PlanRevision revision, boolean created) {}

    /** Looks at the cluster and plans its move; takes as long as the cluster takes to answer, outside any transaction. */
    @Transactional(TxType.NOT_SUPPORTED)
    public Made make(ClusterName name, Actor by) {
        StoredCluster stored = inventory.get(name);
        ChangePlan plan = planners.of(stored.cluster()).plan(stored.fleet(), stored.cluster());
        return ledger.keep(plan, by);
    }

    /** The revision of this number, or the newest for {@value #LATEST}; refuses where there is none. */
    @Transactional
    public PlanRevision find(ClusterName cluster, String revision) {
        if (revision.equals(LATEST)) {
            return latest(cluster)
                    .orElseThrow(() -> Refusal.notFound("Cluster " + cluster + " has no plan yet: make one with POST"
                            + " /api/v1/clusters/" + cluster + "/plans"));
        }
        if (!revision.matches("[1-9]\\d{0,8}")) {
            throw Refusal.notFound("'" + revision + "' is no revision: write a number or '" + LATEST + "'");
        }
        return find(cluster, Integer.parseInt(revision));
    }

    @Transactional
    public PlanRevision find(ClusterName cluster, int revision) {
        return ledger.find(cluster, revision);
    }

    @Transactional
    public Optional<PlanRevision> latest(ClusterName cluster) {
        return store.latest(cluster);
    }

    /** Every revision of a cluster's plan, the newest first. */
    @Transactional
    public List<PlanRevision> revisions(ClusterName cluster) {
        return store.all(cluster);
    }

    /** What the later revision has changed. */
    @Transactional
    public PlanDifference difference(ClusterName cluster, int earlier, int later) {
        return PlanDifference.between(
                find(cluster, earlier).plan(), find(cluster, later).plan());
    }

    /** Looks at the cluster and judges whether the plan still fits it; outside any transaction. */
    @Transactional(TxType.NOT_SUPPORTED)
    public StalenessVerdict staleness(ClusterName name, int revision) {
        return staleness(ledger.find(name, revision));
    }

    /**
     * Approves a plan; the approval of any other revision ends. Refused with a conflict when the digest is not this plan's, when
     * the plan has blockers, and when the cluster has changed since, which names the changed facts.
     */
    @Transactional(TxType.NOT_SUPPORTED)
    public Approval approve(ClusterName name, int revision, Digest digest, String comment, Actor by) {
        PlanRevision plan = ledger.find(name, revision);
        refuseOtherDigest(plan, digest);
        refuseBlocked(plan);
        refuseStale(plan);
        return ledger.approve(plan, comment, by);
    }

    /** Takes the approval of this revision back; refused where it has none. */
    @Transactional
    public Approval withdraw(ClusterName name, int revision, Actor by) {
        return ledger.withdraw(find(name, revision), by)
                .orElseThrow(() -> Refusal.notFound(
                        "Revision " + revision + " of the plan of cluster " + name + " is not approved"));
    }

    /** The approval that stands, of whichever revision. */
    @Transactional
    public Optional<Approval> approval(ClusterName cluster) {
        return store.standing(cluster);
    }

    /** The approval that stands for each cluster that has one. */
    @Transactional
    public Map<ClusterName, Approval> standingApprovals() {
        return store.standing();
    }

    /** Every cluster for which a plan was ever made. */
    @Transactional
    public Set<ClusterName> planned() {
        return store.planned();
    }

    /** The approval of this revision, if it stands. */
    @Transactional
    public Optional<Approval> approval(ClusterName cluster, int revision) {
        return store.standing(cluster).filter(approval -> approval.revision() == revision);
    }

    /** Every approval ever given to plans of this cluster, the newest first. */
    @Transactional
    public List<Approval> approvals(ClusterName cluster) {
        return store.approvals(cluster);
    }

    private StalenessVerdict staleness(PlanRevision revision) {
        Cluster cluster = inventory.get(revision.cluster()).cluster();
        return StalenessVerdict.of(revision.plan().facts(), planners.of(cluster).facts(cluster));
    }

    private static void refuseOtherDigest(PlanRevision plan, Digest digest) {
        if (!plan.digest().equals(digest)) {
            throw Refusal.conflict("Revision " + plan.revision() + " of the plan of cluster " + plan.cluster()
                    + " has the digest " + plan.digest() + ", not " + digest + ": review it and approve that digest");
        }
    }

    private static void refuseBlocked(PlanRevision plan) {
        List<Problem> blockers = plan.plan().findings().stream()
                .filter(finding -> finding.severity() == Finding.Severity.BLOCKER)
                .map(finding -> Problem.at("", finding.subject() + ": " + finding.message() + " " + finding.remedy()))
                .toList();
        if (!blockers.isEmpty()) {
            throw Refusal.conflict(
                    "The plan of cluster " + plan.cluster() + " is blocked by " + blockers.size()
                            + " findings: remove their causes and plan again",
                    blockers);
        }
    }

    private void refuseStale(PlanRevision plan) {
        StalenessVerdict verdict = staleness(plan);
        verdict.objection().ifPresent(objection -> {
            throw Refusal.conflict(
                    "Revision " + plan.revision() + " of the plan of cluster " + plan.cluster() + " is stale: "
                            + objection,
                    verdict.changed().stream()
                            .map(change -> Problem.at("/facts", change.toString()))
                            .toList());
        });
    }
}
