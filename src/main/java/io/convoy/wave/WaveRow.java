package io.convoy.wave;

import io.convoy.program.WaveStanding;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A row of {@code wave_state}. */
@Entity
@Table(name = "wave_state")
class WaveRow {

    @Id
    String name;

    @Column
    String state;

    @Column(name = "failures_borne")
    int failuresBorne;

    @Column(name = "changed_at")
    Instant changedAt;

    @Column(name = "changed_by")
    String changedBy;

    protected WaveRow() {}

    WaveRow(String name, WaveStanding standing, Instant changedAt, String changedBy) {
        this.name = name;
        state = standing.state().name();
        failuresBorne = standing.failuresBorne();
        this.changedAt = changedAt;
        this.changedBy = changedBy;
    }
}
