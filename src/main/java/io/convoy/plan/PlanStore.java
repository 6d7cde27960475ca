package io.convoy.plan;

import io.convoy.base.Actor;
import io.convoy.base.ClusterName;
import io.convoy.base.Digest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The tables of plans and approvals, within the transaction of the caller. */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
class PlanStore {

    private final EntityManager entities;
    private final ParsedPlans parsed = new ParsedPlans();

    PlanStore(EntityManager entities) {
        this.entities = entities;
    }

    /** Lets one caller number or approve plans at a time; readers go on. */
    void lock() {
        entities.createNativeQuery("lock table plan in share row exclusive mode")
                .executeUpdate();
    }

    Optional<PlanRevision> find(ClusterName cluster, int revision) {
        return PlanRow.<PlanRow>find("cluster = ?1 and revision = ?2", cluster.value(), revision)
                .firstResultOptional()
                .map(this::revision);
    }

    Optional<PlanRevision> latest(ClusterName cluster) {
        return PlanRow.<PlanRow>find("cluster = ?1 order by revision desc", cluster.value())
                .firstResultOptional()
                .map(this::revision);
    }

    /** Every revision, the newest first. */
    List<PlanRevision> all(ClusterName cluster) {
        List<PlanRow> rows = PlanRow.list("cluster = ?1 order by revision desc", cluster.value());
        return rows.stream().map(this::revision).toList();
    }

    PlanRevision add(ChangePlan plan, int revision, Actor by, Instant at) {
        PlanRow row = new PlanRow();
        row.cluster = plan.cluster().value();
        row.revision = revision;
        row.document = PlanForm.yaml(plan);
        row.digest = Digest.of(row.document).value();
        row.blocked = plan.isBlocked();
        row.createdAt = at.truncatedTo(ChronoUnit.MICROS);
        row.createdBy = by.name();
        row.persist();
        return revision(row);
    }

    /** The approval of the cluster's plans that stands; there is one at most. */
    Optional<Approval> standing(ClusterName cluster) {
        return standingRow(cluster).map(ApprovalRow::approval);
    }

    Map<ClusterName, Approval> standing() {
        List<ApprovalRow> rows = ApprovalRow.list("withdrawnAt is null");
        return rows.stream()
                .map(ApprovalRow::approval)
                .collect(Collectors.toMap(Approval::cluster, Function.identity()));
    }

    Set<ClusterName> planned() {
        return entities.createQuery("select distinct cluster from PlanRow", String.class)
                .getResultStream()
                .map(ClusterName::new)
                .collect(Collectors.toSet());
    }

    /** Every approval that was ever given, the newest first. */
    List<Approval> approvals(ClusterName cluster) {
        List<ApprovalRow> rows = ApprovalRow.list("cluster = ?1 order by id desc", cluster.value());
        return rows.stream().map(ApprovalRow::approval).toList();
    }

    Approval approve(PlanRevision plan, String comment, Actor by, Instant at) {
        ApprovalRow row = new ApprovalRow();
        row.cluster = plan.cluster().value();
        row.revision = plan.revision();
        row.digest = plan.digest().value();
        row.comment = comment;
        row.approvedBy = by.name();
        row.approvedAt = at.truncatedTo(ChronoUnit.MICROS);
        row.persist();
        return row.approval();
    }

    Optional<Approval> withdraw(ClusterName cluster, Actor by, Instant at) {
        Optional<ApprovalRow> standing = standingRow(cluster);
        standing.ifPresent(row -> {
            row.withdrawnBy = by.name();
            row.withdrawnAt = at.truncatedTo(ChronoUnit.MICROS);
            // Before an insert that the index of standing approvals would refuse.
            entities.flush();
        });
        return standing.map(ApprovalRow::approval);
    }

    private static Optional<ApprovalRow> standingRow(ClusterName cluster) {
        return ApprovalRow.<ApprovalRow>find("cluster = ?1 and withdrawnAt is null", cluster.value())
                .firstResultOptional();
    }

    private PlanRevision revision(PlanRow row) {
        Digest digest = new Digest(row.digest);
        return new PlanRevision(
                new ClusterName(row.cluster),
                row.revision,
                digest,
                parsed.get(digest, row.document),
                row.createdAt,
                new Actor(row.createdBy));
    }
}
