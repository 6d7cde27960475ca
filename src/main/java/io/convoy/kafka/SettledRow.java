package io.convoy.kafka;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** A row of {@code kafka_settled}. */
@Entity
@Table(name = "kafka_settled")
class SettledRow {

    @Id
    @Column
    UUID run;

    @Column(name = "was")
    String from;

    @Column(name = "shall_be")
    String to;

    protected SettledRow() {}

    SettledRow(UUID run) {
        this.run = run;
    }
}
