package io.convoy.execution;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

/** A row of {@code step_confirmation}. */
@Entity
@Table(name = "step_confirmation")
class ConfirmationRow {

    /** Which step of which run, and whether the step was asked about or its undo. */
    @Embeddable
    record Key(
            @Column(name = "run") UUID run,
            @Column(name = "step") String step,
            @Column(name = "direction") String direction)
            implements Serializable {}

    @EmbeddedId
    Key key;

    @Column
    String comment;

    @Column(name = "confirmed_by")
    String confirmedBy;

    @Column(name = "confirmed_at")
    Instant confirmedAt;

    protected ConfirmationRow() {}

    ConfirmationRow(Key key, String comment, String confirmedBy, Instant confirmedAt) {
        this.key = key;
        this.comment = comment;
        this.confirmedBy = confirmedBy;
        this.confirmedAt = confirmedAt;
    }
}
