package io.convoy.nodestatus;

import io.convoy.base.ClusterName;
import io.convoy.inventory.Cluster;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;
import org.jboss.logging.Logger.Level;

/** Looks at live clusters with the probe that knows their kind; never at one cluster twice at the same time. */
@ApplicationScoped
class Looks {

    private static final Logger LOG = Logger.getLogger(Looks.class);

    private static final Duration TOLD_AGAIN_AFTER = Duration.ofMinutes(1);

    private final List<StatusProbe> probes;
    private final ClusterStatuses statuses;
    private final ExecutorService executor;
    private final Map<ClusterName, CompletableFuture<Void>> underway = new ConcurrentHashMap<>();
    private final AtomicReference<Instant> told = new AtomicReference<>(Instant.EPOCH);

    Looks(@All List<StatusProbe> probes, ClusterStatuses statuses, ExecutorService executor) {
        this.probes = probes;
        this.statuses = statuses;
        this.executor = executor;
    }

    int underway() {
        return underway.size();
    }

    /** Looks at the cluster, or joins the look that is under way; done when its result is kept. */
    CompletableFuture<Void> at(Cluster cluster) {
        CompletableFuture<Void> look = new CompletableFuture<>();
        CompletableFuture<Void> present = underway.putIfAbsent(cluster.name(), look);
        if (present != null) {
            return present;
        }
        executor.execute(() -> perform(cluster, look));
        return look;
    }

    /** The same for those who do not wait for it; a look keeps its failures to itself. */
    void begin(Cluster cluster) {
        CompletableFuture<Void> unused = at(cluster);
    }

    private void perform(Cluster cluster, CompletableFuture<Void> look) {
        try {
            look(cluster);
        } catch (RuntimeException e) {
            tell(cluster, e);
        } finally {
            underway.remove(cluster.name());
            look.complete(null);
        }
    }

    /** A database that can keep nothing of any cluster is told of once a minute, not for each of hundreds every few seconds. */
    private void tell(Cluster cluster, RuntimeException e) {
        Instant now = statuses.now();
        Instant before = Objects.requireNonNull(told.get());
        boolean isTime = now.isAfter(before.plus(TOLD_AGAIN_AFTER)) && told.compareAndSet(before, now);
        LOG.logf(
                isTime ? Level.WARN : Level.DEBUG,
                e,
                "What was seen of cluster %s, and perhaps of others, could not be kept; will look again in a few seconds",
                cluster.name());
    }

    private void look(Cluster cluster) {
        Instant began = statuses.now();
        Optional<StatusProbe> probe =
                probes.stream().filter(each -> each.probes(cluster)).findFirst();
        if (probe.isEmpty()) {
            statuses.unseen(
                    cluster,
                    began,
                    "nothing in this Convoy can look at it, as "
                            + (cluster.access().isPresent()
                                    ? "no probe knows its kind"
                                    : "the inventory names no access to it"));
            return;
        }
        keep(cluster, began, probe.orElseThrow());
    }

    private void keep(Cluster cluster, Instant began, StatusProbe probe) {
        List<ObservedNode> nodes;
        try {
            nodes = probe.probe(cluster);
        } catch (RuntimeException e) {
            LOG.debugf(e, "Cluster %s could not be asked", cluster.name());
            statuses.unseen(cluster, began, String.valueOf(e.getMessage()));
            return;
        }
        statuses.seen(cluster, began, nodes);
    }
}
