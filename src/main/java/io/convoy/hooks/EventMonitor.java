package io.convoy.hooks;

import io.convoy.audit.DatabaseTrouble;
import io.convoy.base.SecretReference;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import org.jboss.logging.Logger;

/** Looks every second whether there is something to tell, each subscriber on a thread of its own so that none waits for another. */
@ApplicationScoped
class EventMonitor {

    private static final Logger LOG = Logger.getLogger(EventMonitor.class);

    private final Subscribers subscribers;
    private final EventCourier courier;
    private final ExecutorService executor;
    private final Event<DatabaseTrouble> troubles;
    private final Set<SecretReference> underway = ConcurrentHashMap.newKeySet();

    EventMonitor(
            Subscribers subscribers, EventCourier courier, ExecutorService executor, Event<DatabaseTrouble> troubles) {
        this.subscribers = subscribers;
        this.courier = courier;
        this.executor = executor;
        this.troubles = troubles;
    }

    @Scheduled(
            identity = "hook-events",
            every = "{convoy.hooks.events-every:1s}",
            concurrentExecution = ConcurrentExecution.SKIP)
    void deliver() {
        subscribers.subscriptions().stream()
                .filter(subscription -> underway.add(subscription.url()))
                .forEach(subscription -> executor.execute(() -> deliver(subscription)));
    }

    private void deliver(HookSubscription subscription) {
        try {
            courier.deliver(subscription);
        } catch (RuntimeException e) {
            DatabaseTrouble.in(e).ifPresentOrElse(troubles::fire, () -> notLookedAfter(subscription, e));
        } finally {
            underway.remove(subscription.url());
        }
    }

    private static void notLookedAfter(HookSubscription subscription, RuntimeException e) {
        LOG.warnf(e, "Could not look after subscriber %s; will try again in a second", subscription.url());
    }
}
