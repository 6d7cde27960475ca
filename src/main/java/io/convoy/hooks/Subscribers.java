package io.convoy.hooks;

import io.convoy.base.SecretReference;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.transaction.Transactional;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Those who want to be told of events, whoever names them. */
@ApplicationScoped
public class Subscribers {

    private final Instance<HookSubscriptions> sources;
    private final Backlogs backlogs;

    Subscribers(Instance<HookSubscriptions> sources, Backlogs backlogs) {
        this.sources = sources;
        this.backlogs = backlogs;
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
        return subscriptions().stream().map(backlogs::of).toList();
    }
}
