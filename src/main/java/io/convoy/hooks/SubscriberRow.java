package io.convoy.hooks;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of {@code hook_subscriber}. */
@Entity
@Table(name = "hook_subscriber")
class SubscriberRow {

    @Id
    String receiver;

    /** The sequence of the last audit entry that it has been told of, or that is no news to it. */
    @Column
    long position;

    /** Failed ones since the last success. */
    @Column
    int attempts;

    @Column(name = "due_at")
    Instant dueAt;

    @Column
    String reason;

    @Column(name = "delivered_at")
    @Nullable
    Instant deliveredAt;

    /** Counts claims and settlements: one who slept through another's claim cannot settle. */
    @Column
    long version;

    protected SubscriberRow() {}
}
