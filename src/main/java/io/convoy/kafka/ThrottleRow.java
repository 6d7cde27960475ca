package io.convoy.kafka;

import io.convoy.base.RunId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** A row of {@code kafka_throttle}. */
@Entity
@Table(name = "kafka_throttle")
class ThrottleRow {

    @Id
    String cluster;

    @Column
    UUID run;

    @Column(name = "bytes_per_second")
    long bytesPerSecond;

    @Column
    String laid;

    protected ThrottleRow() {}

    ThrottleRow(String cluster, Throttle throttle) {
        this.cluster = cluster;
        write(throttle);
    }

    final void write(Throttle throttle) {
        run = throttle.run().value();
        bytesPerSecond = throttle.rate();
        laid = ThrottleText.of(throttle);
    }

    Throttle throttle() {
        return ThrottleText.parse(new RunId(run), bytesPerSecond, laid);
    }
}
