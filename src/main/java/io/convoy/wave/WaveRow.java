package io.convoy.wave;

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

    @Column(name = "changed_at")
    Instant changedAt;

    @Column(name = "changed_by")
    String changedBy;

    protected WaveRow() {}

    WaveRow(String name, WaveState state, Instant changedAt, String changedBy) {
        this.name = name;
        this.state = state.name();
        this.changedAt = changedAt;
        this.changedBy = changedBy;
    }
}
