package io.convoy.hooks;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Optional;

/** Subscribers' places in the audit log, in PostgreSQL. Every method joins the caller's transaction. */
@ApplicationScoped
class SubscriberStore {

    private static final String BEGIN = """
            insert into hook_subscriber (receiver, position, attempts, due_at, reason, version)
            values (?1, ?2, 0, ?3, '', 0)
            on conflict (receiver) do nothing
            """;

    private final EntityManager entities;

    SubscriberStore(EntityManager entities) {
        this.entities = entities;
    }

    Optional<SubscriberRow> find(HookSubscription subscription) {
        return Optional.ofNullable(
                entities.find(SubscriberRow.class, subscription.url().value()));
    }

    /** Nobody else reads or writes it by this method until the transaction ends. */
    Optional<SubscriberRow> lock(HookSubscription subscription) {
        return Optional.ofNullable(
                entities.find(SubscriberRow.class, subscription.url().value(), LockModeType.PESSIMISTIC_WRITE));
    }

    void begin(HookSubscription subscription, long position, Instant now) {
        entities.createNativeQuery(BEGIN)
                .setParameter(1, subscription.url().value())
                .setParameter(2, position)
                .setParameter(3, now)
                .executeUpdate();
    }
}
