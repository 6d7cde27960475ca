package io.convoy.plan;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** One revision of a cluster's plan as it is stored; it is never changed. */
@Entity
@Table(name = "plan")
class PlanRow extends PanacheEntityBase {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public long id;

    @Column(nullable = false)
    public String cluster;

    @Column(nullable = false)
    public int revision;

    @Column(nullable = false)
    public String digest;

    /** The canonical YAML: its bytes give the digest, so it is kept as text. */
    @Column(nullable = false)
    public String document;

    @Column(nullable = false)
    public boolean blocked;

    @Column(name = "created_at", nullable = false)
    public Instant createdAt;

    @Column(name = "created_by", nullable = false)
    public String createdBy;
}
