package io.convoy.hooks;

import io.convoy.audit.AuditEntry;
import io.convoy.audit.AuditLog;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Counts what a subscriber has yet to be told. */
@ApplicationScoped
class Backlogs {

    private final SubscriberStore store;
    private final AuditLog audit;

    Backlogs(SubscriberStore store, AuditLog audit) {
        this.store = store;
        this.audit = audit;
    }

    @Transactional
    SubscriberReport of(HookSubscription subscription) {
        Optional<SubscriberRow> row = store.find(subscription);
        List<Instant> waiting =
                row.map(known -> waiting(subscription, known.position)).orElse(List.of());
        return new SubscriberReport(
                subscription.url().value(),
                subscription.events(),
                row.map(known -> known.position),
                waiting.size(),
                waiting.stream().findFirst(),
                row.map(known -> known.attempts).orElse(0),
                row.map(known -> known.reason).orElse(""),
                waiting.isEmpty() ? Optional.empty() : row.map(known -> known.dueAt),
                row.flatMap(known -> Optional.ofNullable(known.deliveredAt)));
    }

    private List<Instant> waiting(HookSubscription subscription, long position) {
        List<Instant> waiting = new ArrayList<>();
        List<AuditEntry> page = audit.list(position, AuditLog.MOST_LISTED, Optional.empty());
        while (!page.isEmpty() && waiting.size() < SubscriberReport.MOST_COUNTED) {
            for (AuditEntry entry : page) {
                AuditedEvents.of(entry, subscription)
                        .forEach(event -> waiting.add(entry.act().at()));
            }
            page = audit.list(page.get(page.size() - 1).sequence(), AuditLog.MOST_LISTED, Optional.empty());
        }
        return waiting.subList(0, Math.min(waiting.size(), SubscriberReport.MOST_COUNTED));
    }
}
