package io.convoy.wave;

import io.convoy.base.ClusterName;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A row of {@code cluster_choice}. */
@Entity
@Table(name = "cluster_choice")
class ChoiceRow {

    @Id
    String cluster;

    @Column
    boolean skips;

    @Column
    String reason;

    @Column(name = "chosen_by")
    String by;

    @Column(name = "chosen_at")
    Instant at;

    protected ChoiceRow() {}

    ChoiceRow(ClusterName cluster, Choice choice) {
        this.cluster = cluster.value();
        skips = choice.skips();
        reason = choice.reason();
        by = choice.by();
        at = choice.at();
    }

    Choice choice() {
        return new Choice(skips, reason, by, at);
    }
}
