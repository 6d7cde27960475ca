package io.convoy.hooks;

import io.convoy.base.RunId;
import io.convoy.base.StepId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of {@code hook_delivery}. */
@Entity
@Table(name = "hook_delivery")
class DeliveryRow {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Nullable
    Long number;

    @Column
    String message;

    @Column
    String type;

    @Column
    String subject;

    @Column
    String receiver;

    @Column
    @Nullable
    UUID run;

    @Column
    @Nullable
    String step;

    @Column
    int attempt;

    @Column(name = "sent_at")
    Instant sentAt;

    @Column(name = "ended_at")
    @Nullable
    Instant endedAt;

    @Column
    @Nullable
    Integer status;

    @Column
    @Nullable
    String verdict;

    @Column
    String said;

    protected DeliveryRow() {}

    DeliveryRow(HookReceiver to, HookEvent event, int attempt, Instant now) {
        message = event.id();
        type = event.type();
        subject = event.subject();
        receiver = to.url().value();
        run = event.run().map(RunId::value).orElse(null);
        step = event.step().map(StepId::value).orElse(null);
        this.attempt = attempt;
        sentAt = now;
        said = "";
    }

    void end(Delivery.End end) {
        endedAt = sentAt.plus(end.took());
        status = end.status().orElse(null);
        verdict = end.verdict().name();
        said = end.said();
    }

    Delivery delivery() {
        return new Delivery(
                number == null ? 0 : number,
                message,
                type,
                subject,
                receiver,
                Optional.ofNullable(run).map(RunId::new),
                Optional.ofNullable(step).map(StepId::new),
                attempt,
                sentAt,
                Optional.ofNullable(endedAt).map(this::endOf));
    }

    private Delivery.End endOf(Instant ended) {
        return new Delivery.End(
                Duration.between(sentAt, ended),
                Optional.ofNullable(status),
                Delivery.Verdict.valueOf(String.valueOf(verdict)),
                said);
    }
}
