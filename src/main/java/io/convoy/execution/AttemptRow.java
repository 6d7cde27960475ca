package io.convoy.execution;

import io.convoy.base.StepId;
import io.convoy.execution.Attempt.Result;
import io.convoy.execution.RunState.Direction;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of {@code step_attempt}. */
@Entity
@Table(name = "step_attempt")
class AttemptRow {

    /** Which attempt it is. */
    @Embeddable
    record Key(
            @Column(name = "run") UUID run,
            @Column(name = "step") String step,
            @Column(name = "direction") String direction,
            @Column(name = "number") int number)
            implements Serializable {}

    @EmbeddedId
    Key key;

    @Column
    long epoch;

    @Column(name = "started_at")
    Instant startedAt;

    @Column(name = "ended_at")
    @Nullable
    Instant endedAt;

    @Column
    @Nullable
    String result;

    @Column
    String notes;

    @Column
    @Nullable
    String progress;

    @Column(name = "moved_at")
    @Nullable
    Instant movedAt;

    @Column
    boolean stalled;

    @Column
    String memory;

    protected AttemptRow() {}

    AttemptRow(UUID run, Attempt attempt, AttemptText text) {
        key = new Key(run, attempt.step().value(), attempt.direction().name(), attempt.number());
        write(attempt, text);
    }

    void write(Attempt attempt, AttemptText text) {
        epoch = attempt.epoch();
        startedAt = attempt.startedAt();
        endedAt = attempt.endedAt().orElse(null);
        result = attempt.result().map(Enum::name).orElse(null);
        notes = text.notes(attempt.notes());
        progress = attempt.progress().map(text::progress).orElse(null);
        movedAt = attempt.movedAt();
        stalled = attempt.stalled();
        memory = text.memory(attempt.memory());
    }

    Attempt attempt(AttemptText text) {
        return new Attempt(
                new StepId(key.step()),
                Direction.valueOf(key.direction()),
                key.number(),
                epoch,
                startedAt,
                Optional.ofNullable(endedAt),
                Optional.ofNullable(result).map(Result::valueOf),
                text.notes(notes),
                Optional.ofNullable(progress).map(text::progress),
                movedAt == null ? startedAt : movedAt,
                stalled,
                text.memory(memory));
    }
}
