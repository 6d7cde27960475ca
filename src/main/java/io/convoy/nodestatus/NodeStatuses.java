package io.convoy.nodestatus;

import io.convoy.base.ClusterName;
import io.convoy.inventory.Cluster;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** Tells what the nodes of a cluster are doing: now, or as soon as it changes. */
@ApplicationScoped
public class NodeStatuses {

    private static final Logger LOG = Logger.getLogger(NodeStatuses.class);

    private final ClusterStatuses statuses;
    private final Looks looks;
    private final NodeStatusConfig config;
    private final Map<ClusterName, Multi<ClusterStatus>> feeds = new ConcurrentHashMap<>();

    NodeStatuses(ClusterStatuses statuses, Looks looks, NodeStatusConfig config) {
        this.statuses = statuses;
        this.looks = looks;
        this.config = config;
    }

    /** The status now. A cluster that was not looked at lately is looked at first, for a few seconds at most. */
    public ClusterStatus now(Cluster cluster) {
        if (!statuses.isFresh(cluster.name())) {
            lookFor(cluster, config.firstLook());
        }
        return statuses.tell(cluster.name());
    }

    private void lookFor(Cluster cluster, Duration atMost) {
        try {
            looks.at(cluster).get(atMost.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            LOG.debugf("Cluster %s did not answer within %s; what was known before is told", cluster.name(), atMost);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException("A look keeps its failures to itself", e);
        }
    }

    /**
     * The status as soon as its version is another one than {@code since}, and at the latest after {@code wait}. No thread is
     * held meanwhile.
     */
    public Uni<ClusterStatus> after(Cluster cluster, long since, Duration wait) {
        return onWorker(() -> now(cluster))
                .chain(status -> status.version() != since || wait.isZero()
                        ? Uni.createFrom().item(status)
                        : changed(cluster.name(), since, wait));
    }

    private Uni<ClusterStatus> changed(ClusterName cluster, long since, Duration wait) {
        return feed(cluster)
                .filter(status -> status.version() != since)
                .toUni()
                .ifNoItem()
                .after(wait)
                .recoverWithUni(() -> onWorker(() -> statuses.tell(cluster)));
    }

    /** The status now, each time that its version moves, and every {@code timeToLive} besides. */
    public Multi<ClusterStatus> stream(Cluster cluster) {
        return Multi.createBy()
                .concatenating()
                .streams(onWorker(() -> now(cluster)).toMulti(), feed(cluster.name()))
                .skip()
                .repetitions((last, next) -> isNews(last, next) ? 1 : 0);
    }

    private boolean isNews(ClusterStatus last, ClusterStatus next) {
        return last.version() != next.version()
                || next.asOf()
                        .filter(asOf -> last.asOf()
                                .filter(before -> asOf.isBefore(before.plus(config.timeToLive())))
                                .isEmpty())
                        .isPresent();
    }

    /** One look into the database every half second, however many are waiting for this cluster. */
    private Multi<ClusterStatus> feed(ClusterName cluster) {
        return feeds.computeIfAbsent(cluster, name -> Multi.createFrom()
                .ticks()
                .every(config.feedEvery())
                .onOverflow()
                .drop()
                .onItem()
                .transformToUniAndConcatenate(tick -> told(name))
                .broadcast()
                .withCancellationAfterLastSubscriberDeparture()
                .toAllSubscribers());
    }

    private Uni<ClusterStatus> told(ClusterName cluster) {
        return onWorker(() -> statuses.tell(cluster))
                .onFailure()
                .invoke(failure -> LOG.warnf(failure, "The status of %s could not be read; will try again", cluster))
                .onFailure()
                .recoverWithNull();
    }

    private static <T> Uni<T> onWorker(Supplier<T> work) {
        return Uni.createFrom().item(work).runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }
}
