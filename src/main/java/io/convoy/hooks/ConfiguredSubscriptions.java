package io.convoy.hooks;

import io.convoy.base.Problem;
import io.convoy.hooks.HooksConfig.Subscriber;
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
        List<Subscriber> given = config.subscribers();
        subscriptions = IntStream.range(0, given.size())
                .mapToObj(i -> subscription("convoy.hooks.subscribers[" + i + "]", given.get(i)))
                .toList();
    }

    private static HookSubscription subscription(String place, Subscriber given) {
        HookSubscription subscription = new HookSubscription(
                ConfiguredReference.read(place + ".url", given.url()),
                given.events(),
                given.secret().map(secret -> ConfiguredReference.read(place + ".secret", secret)));
        List<Problem> problems = subscription.problems(place);
        if (!problems.isEmpty()) {
            throw new IllegalStateException(
                    problems.stream().map(Problem::toString).collect(Collectors.joining("; ")));
        }
        return subscription;
    }

    @Override
    public List<HookSubscription> standing() {
        return subscriptions;
    }
}
