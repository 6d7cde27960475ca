package io.convoy.nodestatus;

import io.convoy.base.ClusterName;
import io.convoy.inventory.InventoryStore;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashSet;
import java.util.Set;

/** Starts a look at every cluster that is being moved or asked for; waits for none, so that a slow one delays no other. */
@ApplicationScoped
class StatusMonitor {

    private final Watched watched;
    private final ClusterStatuses statuses;
    private final Looks looks;
    private final InventoryStore inventory;
    private final NodeStatusConfig config;

    StatusMonitor(
            Watched watched, ClusterStatuses statuses, Looks looks, InventoryStore inventory, NodeStatusConfig config) {
        this.watched = watched;
        this.statuses = statuses;
        this.looks = looks;
        this.inventory = inventory;
        this.config = config;
    }

    @Scheduled(
            identity = "node-status",
            every = "{convoy.node-status.every:2s}",
            concurrentExecution = ConcurrentExecution.SKIP)
    void look() {
        Set<ClusterName> due = new LinkedHashSet<>(watched.clusters());
        due.addAll(statuses.lastAskedFor());
        due.stream()
                .limit(Math.max(0, config.looksAtOnce() - looks.underway()))
                .forEach(name -> inventory.find(name).ifPresent(looks::begin));
    }
}
