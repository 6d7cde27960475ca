package io.convoy.hooks;

import io.convoy.audit.DatabaseTrouble;
import io.convoy.base.ClusterName;
import io.convoy.inventory.Cluster;
import io.convoy.inventory.InventoryStore;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.jboss.logging.Logger.Level;

/** Looks after every freeze every few seconds, each cluster on a thread of its own so that none waits for another. */
@ApplicationScoped
class FreezeMonitor {

    private static final Logger LOG = Logger.getLogger(FreezeMonitor.class);

    private final FreezeBook book;
    private final OriginalStore originals;
    private final FreezeKeeper keeper;
    private final InventoryStore inventory;
    private final ExecutorService executor;
    private final Set<ClusterName> underway = ConcurrentHashMap.newKeySet();

    FreezeMonitor(
            FreezeBook book,
            OriginalStore originals,
            FreezeKeeper keeper,
            InventoryStore inventory,
            ExecutorService executor) {
        this.book = book;
        this.originals = originals;
        this.keeper = keeper;
        this.inventory = inventory;
        this.executor = executor;
    }

    @Scheduled(
            identity = "freezes",
            every = "{convoy.hooks.monitor-every:3s}",
            concurrentExecution = ConcurrentExecution.SKIP)
    void tendFreezes() {
        book.all().forEach(freeze -> inBackground(freeze.cluster(), cluster -> keeper.tend(cluster, freeze)));
    }

    @Scheduled(
            identity = "freeze-leftovers",
            every = "{convoy.hooks.leftovers-every:10s}",
            concurrentExecution = ConcurrentExecution.SKIP)
    void settleLeftovers() {
        originals.clustersLeftOver().forEach(name -> inBackground(name, keeper::settleLeftovers));
    }

    private void inBackground(ClusterName name, Consumer<Cluster> work) {
        if (underway.add(name)) {
            executor.execute(() -> doFor(name, work));
        }
    }

    private void doFor(ClusterName name, Consumer<Cluster> work) {
        try {
            inventory.find(name).ifPresentOrElse(work, () -> noLongerKnown(name));
        } catch (RuntimeException e) {
            // Of a database that is away, others tell.
            LOG.logf(
                    DatabaseTrouble.in(e).isPresent() ? Level.DEBUG : Level.WARN,
                    e,
                    "Could not look after the schema freeze of %s; will try again in a few seconds",
                    name);
        } finally {
            underway.remove(name);
        }
    }

    private static void noLongerKnown(ClusterName name) {
        LOG.errorf(
                "Cluster %s has left the inventory while Convoy still has to restore the guardrails of its nodes:"
                        + " import it again, and Convoy will",
                name);
    }
}
