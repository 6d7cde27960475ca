package io.convoy.inventory;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;

/** A cluster as it is stored. */
@Entity
@Table(name = "cluster")
class ClusterRow extends PanacheEntityBase {

    @Id
    public String name;

    @Column(nullable = false)
    public String fleet;

    @Column(nullable = false)
    public String kind;

    /** The canonical JSON form: its bytes give the digest, so it is kept as text. */
    @Column(nullable = false)
    public String document;

    @Column(nullable = false)
    public String digest;

    @Version
    public long version;

    @Column(name = "imported_at", nullable = false)
    public Instant importedAt;
}
