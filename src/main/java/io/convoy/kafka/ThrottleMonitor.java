package io.convoy.kafka;

import io.convoy.audit.DatabaseTrouble;
import io.convoy.base.ClusterName;
import io.convoy.inventory.InventoryStore;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import org.jboss.logging.Logger;

/** Looks after every throttle every few seconds, each cluster on a thread of its own so that none waits for another. */
@ApplicationScoped
class ThrottleMonitor {

    private static final Logger LOG = Logger.getLogger(ThrottleMonitor.class);

    private final Throttles throttles;
    private final ThrottleKeeper keeper;
    private final InventoryStore inventory;
    private final ExecutorService executor;
    private final Event<DatabaseTrouble> troubles;
    private final Set<ClusterName> underway = ConcurrentHashMap.newKeySet();

    ThrottleMonitor(
            Throttles throttles,
            ThrottleKeeper keeper,
            InventoryStore inventory,
            ExecutorService executor,
            Event<DatabaseTrouble> troubles) {
        this.throttles = throttles;
        this.keeper = keeper;
        this.inventory = inventory;
        this.executor = executor;
        this.troubles = troubles;
    }

    @Scheduled(
            identity = "kafka-throttles",
            every = "{convoy.kafka.monitor-every:5s}",
            concurrentExecution = ConcurrentExecution.SKIP)
    void settleThrottles() {
        throttles.throttled().forEach(name -> {
            if (underway.add(name)) {
                executor.execute(() -> settle(name));
            }
        });
    }

    private void settle(ClusterName name) {
        try {
            inventory.find(name).ifPresentOrElse(keeper::settle, () -> noLongerKnown(name));
        } catch (RuntimeException e) {
            DatabaseTrouble.in(e).ifPresentOrElse(troubles::fire, () -> notLookedAfter(name, e));
        } finally {
            underway.remove(name);
        }
    }

    private static void notLookedAfter(ClusterName name, RuntimeException e) {
        LOG.warnf(e, "Could not look after the throttle of %s; will try again in a few seconds", name);
    }

    private static void noLongerKnown(ClusterName name) {
        LOG.errorf(
                "Cluster %s has left the inventory while Convoy still has to remove a throttle from it: import it again,"
                        + " and Convoy will",
                name);
    }
}
