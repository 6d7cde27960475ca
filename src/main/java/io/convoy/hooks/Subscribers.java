package io.convoy.hooks;

import io.convoy.audit.AuditEntry;
import io.convoy.audit.AuditLog;
import io.convoy.base.SecretReference;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Those who want to be told of events, and what each of them has yet to be told. */
@ApplicationScoped
public class Subscribers {

    public static final int MOST_COUNTED = 1000;

    private final Instance<HookSubscriptions> sources;
    private final SubscriberStore store;
    private final AuditLog audit;

    Subscribers(Instance<HookSubscriptions> sources, SubscriberStore store, AuditLog audit) {
        this.sources = sources;
        this.store = store;
        this.audit = audit;
    }

    /** Of all sources; where two name the same receiver, the wishes of both. */
    List<HookSubscription> subscriptions() {
        Map<SecretReference, HookSubscription> all = new LinkedHashMap<>();
        sources.stream()
                .flatMap(source -> source.standing().stream())
                .forEach(given -> all.merge(given.url(), given, HookSubscription::and));
        return List.copyOf(all.values());
    }

    @Transactional
    public List<SubscriberReport> reports() {
        return subscriptions().stream().map(this::report).toList();
    }

    private SubscriberReport report(HookSubscription subscription) {
        Optional<SubscriberRow> row = store.find(subscription);
        List<Instant> waiting =
                row.map(known -> waiting(subscription, known.position)).orElse(List.of());
        return new SubscriberReport(
                subscription.url().value(),
                subscription.events(),
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
        while (!page.isEmpty() && waiting.size() < MOST_COUNTED) {
            for (AuditEntry entry : page) {
                AuditedEvents.of(entry, subscription)
                        .forEach(event -> waiting.add(entry.act().at()));
            }
            page = audit.list(page.get(page.size() - 1).sequence(), AuditLog.MOST_LISTED, Optional.empty());
        }
        return waiting.subList(0, Math.min(waiting.size(), MOST_COUNTED));
    }
}
