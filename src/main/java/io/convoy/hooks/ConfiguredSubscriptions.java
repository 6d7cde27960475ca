package io.convoy.hooks;

import io.convoy.base.Problem;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The subscriptions of {@code convoy.hooks.subscribers}; with a mistake in them Convoy does not start. */
@Startup
@Singleton
class ConfiguredSubscriptions implements HookSubscriptions {

    private final List<HookSubscription> subscriptions;

    ConfiguredSubscriptions(HooksConfig config) {
        subscriptions = config.subscribers().stream()
                .map(given -> new HookSubscription(given.url(), given.events(), given.secret()))
                .toList();
        String problems = IntStream.range(0, subscriptions.size())
                .boxed()
                .flatMap(i -> subscriptions.get(i).problems("convoy.hooks.subscribers[" + i + "]").stream())
                .map(Problem::toString)
                .collect(Collectors.joining("; "));
        if (!problems.isEmpty()) {
            throw new IllegalStateException(problems);
        }
    }

    @Override
    public List<HookSubscription> standing() {
        return subscriptions;
    }
}
