package io.convoy.nodestatus;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of {@code cluster_status}. */
@Entity
@Table(name = "cluster_status")
class StatusRow {

    @Id
    String cluster;

    @Column
    long version;

    @Column(name = "as_of")
    @Nullable
    Instant asOf;

    /** The {@link Observation} as JSON. */
    @Column
    String observation;

    /** The fingerprint of what was shown under this version. */
    @Column
    String shown;

    @Column(name = "asked_at")
    @Nullable
    Instant askedAt;

    protected StatusRow() {}
}
