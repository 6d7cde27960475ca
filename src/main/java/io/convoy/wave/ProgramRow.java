package io.convoy.wave;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** The one row of {@code program}. */
@Entity
@Table(name = "program")
class ProgramRow {

    static final int ONLY = 1;

    @Id
    int id = ONLY;

    @Column
    String document;

    @Column
    long version;

    @Column(name = "changed_at")
    Instant changedAt;

    @Column(name = "changed_by")
    String changedBy;
}
