package io.convoy.hooks;

import io.convoy.base.ClusterName;
import io.convoy.base.RunId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of {@code schema_freeze}. */
@Entity
@Table(name = "schema_freeze")
class FreezeRow {

    @Id
    String cluster;

    @Column
    UUID run;

    @Column
    String state;

    @Column
    String reason;

    @Column(name = "requested_at")
    Instant requestedAt;

    @Column(name = "enforced_at")
    @Nullable
    Instant enforcedAt;

    @Column
    long version;

    protected FreezeRow() {}

    FreezeRow(SchemaFreeze freeze) {
        cluster = freeze.cluster().value();
        run = freeze.run().value();
        state = freeze.state().name();
        reason = freeze.reason();
        requestedAt = freeze.requestedAt();
        enforcedAt = freeze.enforcedAt().orElse(null);
        version = freeze.version();
    }

    SchemaFreeze freeze() {
        return new SchemaFreeze(
                new ClusterName(cluster),
                new RunId(run),
                FreezeState.valueOf(state),
                reason,
                requestedAt,
                Optional.ofNullable(enforcedAt),
                version);
    }
}
