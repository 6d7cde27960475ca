package io.convoy.execution;

import io.convoy.base.Actor;
import io.convoy.base.ClusterName;
import io.convoy.base.Digest;
import io.convoy.base.RunId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of {@code run}. */
@Entity
@Table(name = "run")
class RunRow {

    @Id
    UUID id;

    @Column
    String cluster;

    @Column
    String wave;

    @Column(name = "plan_revision")
    int planRevision;

    @Column(name = "plan_digest")
    String planDigest;

    @Column
    String state;

    @Column
    int step;

    @Column
    String direction;

    @Column(name = "wait_until")
    @Nullable
    Instant waitUntil;

    @Column
    String reason;

    @Column
    long epoch;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "changed_at")
    Instant changedAt;

    @Column(name = "started_by")
    String startedBy;

    /** What somebody else has changed about the cluster, and nobody was told yet. */
    @Column
    String differences = DifferenceText.NONE;

    @Column
    @Nullable
    String request;

    @Column(name = "requested_by")
    @Nullable
    String requestedBy;

    protected RunRow() {}

    RunRow(Run run) {
        StateColumns columns = StateColumns.of(run.state());
        id = run.id().value();
        cluster = run.cluster().value();
        wave = run.wave();
        planRevision = run.planRevision();
        planDigest = run.planDigest().value();
        state = columns.word();
        step = columns.step();
        direction = columns.direction();
        waitUntil = columns.waitUntil();
        reason = columns.reason();
        epoch = run.epoch();
        createdAt = run.createdAt();
        changedAt = run.changedAt();
        startedBy = run.startedBy().name();
    }

    Run run() {
        return new Run(
                new RunId(id),
                new ClusterName(cluster),
                wave,
                planRevision,
                new Digest(planDigest),
                new StateColumns(state, step, direction, waitUntil, reason).state(),
                epoch,
                createdAt,
                changedAt,
                new Actor(startedBy));
    }
}
