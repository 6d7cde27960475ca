package io.convoy.hooks;

import io.convoy.base.Actor;
import io.convoy.base.ClusterName;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of {@code schema_permit}. */
@Entity
@Table(name = "schema_permit")
class PermitRow {

    @Id
    UUID id;

    @Column
    String cluster;

    @Column
    String purpose;

    @Column
    String holder;

    @Column(name = "granted_at")
    Instant grantedAt;

    @Column(name = "expires_at")
    Instant expiresAt;

    @Column(name = "returned_at")
    @Nullable
    Instant returnedAt;

    protected PermitRow() {}

    PermitRow(Permit permit) {
        id = permit.id();
        cluster = permit.cluster().value();
        purpose = permit.purpose();
        holder = permit.holder().name();
        grantedAt = permit.grantedAt();
        expiresAt = permit.expiresAt();
    }

    boolean isOpen(Instant now) {
        return returnedAt == null && expiresAt.isAfter(now);
    }

    Permit permit() {
        return new Permit(id, new ClusterName(cluster), purpose, new Actor(holder), grantedAt, expiresAt);
    }
}
