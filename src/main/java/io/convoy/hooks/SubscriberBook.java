package io.convoy.hooks;

import io.convoy.audit.AuditEntry;
import io.convoy.audit.AuditLog;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The two transactions around telling a subscriber what is next. The audit log is the outbox: an entry is there if and only if
 * what it tells of is, entries become visible in the order of their numbers, and a subscriber's place is one number.
 */
@ApplicationScoped
class SubscriberBook {

    private static final int PAGE = 200;

    private final SubscriberStore store;
    private final AuditLog audit;
    private final HooksConfig config;
    private final Clock clock;

    SubscriberBook(SubscriberStore store, AuditLog audit, HooksConfig config, Clock clock) {
        this.store = store;
        this.audit = audit;
        this.config = config;
        this.clock = clock;
    }

    /**
     * What a subscriber is to be told next.
     *
     * @param sequence of the audit entry
     * @param events of this entry
     * @param version admits the one write that settles this claim
     */
    record Claim(HookSubscription subscription, long sequence, List<HookEvent> events, long version) {}

    /**
     * The next thing to tell, if there is one and it is due. Nobody else claims for this subscriber until the claim is settled,
     * or until a time has passed in which telling has surely ended.
     */
    @Transactional(TxType.REQUIRES_NEW)
    Optional<Claim> claim(HookSubscription subscription) {
        Instant now = clock.instant();
        Optional<SubscriberRow> known = store.lock(subscription);
        if (known.isEmpty()) {
            store.begin(subscription, audit.lastSequence(), now);
            return Optional.empty();
        }
        SubscriberRow row = known.get();
        return row.dueAt.isAfter(now) ? Optional.empty() : next(subscription, row, now);
    }

    private Optional<Claim> next(HookSubscription subscription, SubscriberRow row, Instant now) {
        List<AuditEntry> page = audit.list(row.position, PAGE, Optional.empty());
        for (AuditEntry entry : page) {
            List<HookEvent> events = AuditedEvents.of(entry, subscription);
            if (!events.isEmpty()) {
                row.version++;
                row.dueAt = now.plus(config.webhookTimeout().multipliedBy(events.size() + 2L));
                return Optional.of(new Claim(subscription, entry.sequence(), events, row.version));
            }
            row.position = entry.sequence();
        }
        return Optional.empty();
    }

    /** Writes what came of a claim. Whether it still could: a subscriber may have been claimed anew by then. */
    @Transactional(TxType.REQUIRES_NEW)
    boolean settle(Claim claim, WebhookAnswer answer) {
        Optional<SubscriberRow> row = store.lock(claim.subscription()).filter(own -> own.version == claim.version());
        row.ifPresent(own -> write(own, claim, answer));
        return row.isPresent();
    }

    private void write(SubscriberRow row, Claim claim, WebhookAnswer answer) {
        Instant now = clock.instant();
        row.version++;
        if (answer instanceof WebhookAnswer.Agreed) {
            row.position = claim.sequence();
            row.attempts = 0;
            row.reason = "";
            row.dueAt = now;
            row.deliveredAt = now;
            return;
        }
        row.attempts++;
        row.reason = Redelivery.reason(answer);
        row.dueAt = now.plus(Redelivery.after(row.attempts, answer));
    }
}
