package io.convoy.plan;

import io.convoy.base.Actor;
import io.convoy.base.ClusterName;
import io.convoy.base.Digest;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An approval as it is stored; it is withdrawn, never deleted. */
@Entity
@Table(name = "approval")
class ApprovalRow extends PanacheEntityBase {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public long id;

    @Column(nullable = false)
    public String cluster;

    @Column(nullable = false)
    public int revision;

    @Column(nullable = false)
    public String digest;

    @Column(nullable = false)
    public String comment;

    @Column(name = "approved_by", nullable = false)
    public String approvedBy;

    @Column(name = "approved_at", nullable = false)
    public Instant approvedAt;

    @Column(name = "withdrawn_by")
    public @Nullable String withdrawnBy;

    @Column(name = "withdrawn_at")
    public @Nullable Instant withdrawnAt;

    @Version
    public long version;

    Approval approval() {
        return new Approval(
                new ClusterName(cluster),
                revision,
                new Digest(digest),
                comment,
                new Actor(approvedBy),
                approvedAt,
                withdrawal());
    }

    private Optional<Approval.Withdrawal> withdrawal() {
        return withdrawnBy == null || withdrawnAt == null
                ? Optional.empty()
                : Optional.of(new Approval.Withdrawal(new Actor(withdrawnBy), withdrawnAt));
    }
}
