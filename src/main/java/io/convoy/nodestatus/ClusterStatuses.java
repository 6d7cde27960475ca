package io.convoy.nodestatus;

import io.convoy.base.ClusterName;
import io.convoy.hooks.SchemaPermissions;
import io.convoy.inventory.Cluster;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * The status of clusters as it is to be told now. What was seen is in the database, so every Convoy instance tells the same
 * under the same version; the freeze and the age of what was seen are judged anew each time.
 */
@ApplicationScoped
class ClusterStatuses {

    private static final Duration ASKED_RESOLUTION = Duration.ofSeconds(30);

    private final StatusStore store;
    private final SchemaPermissions permissions;
    private final NodeStatusConfig config;
    private final Clock clock;

    ClusterStatuses(StatusStore store, SchemaPermissions permissions, NodeStatusConfig config, Clock clock) {
        this.store = store;
        this.permissions = permissions;
        this.config = config;
        this.clock = clock;
    }

    /** The status for somebody who asks, whereby the cluster is watched for some minutes. */
    @Transactional(TxType.REQUIRES_NEW)
    ClusterStatus tell(ClusterName cluster) {
        StatusStore.Stored stored = store.of(cluster);
        Instant now = now();
        if (stored.askedAt()
                .filter(asked -> asked.plus(ASKED_RESOLUTION).isAfter(now))
                .isEmpty()) {
            store.asked(cluster, now);
        }
        return judge(cluster, stored, now);
    }

    private ClusterStatus judge(ClusterName cluster, StatusStore.Stored stored, Instant now) {
        Verdict verdict = Verdict.of(stored.observation(), permissions.of(cluster), now, config.timeToLive());
        String shown = verdict.fingerprint();
        if (stored.shown().equals(shown)) {
            return status(cluster, stored.version(), stored, verdict);
        }
        return store.moveVersion(cluster, stored.version(), shown)
                ? status(cluster, stored.version() + 1, stored, verdict)
                : judge(cluster, store.of(cluster), now);
    }

    private ClusterStatus status(ClusterName cluster, long version, StatusStore.Stored stored, Verdict verdict) {
        return new ClusterStatus(
                cluster,
                version,
                stored.observation().asOf(),
                config.timeToLive(),
                verdict.fullyAvailable(),
                verdict.schemaChanges(),
                verdict.nodes());
    }

    /** Whether the cluster has been looked at lately. */
    @Transactional(TxType.REQUIRES_NEW)
    boolean isFresh(ClusterName cluster) {
        return store.of(cluster).observation().isFresh(now(), config.timeToLive());
    }

    /** Keeps what a look that began at {@code asOf} saw. */
    @Transactional(TxType.REQUIRES_NEW)
    void seen(Cluster cluster, Instant asOf, List<ObservedNode> nodes) {
        StatusStore.Stored stored = store.of(cluster.name());
        NodeList list = new NodeList(cluster, stored.observation().nodes(), asOf);
        keep(cluster.name(), Observation.of(asOf, list.after(nodes)));
    }

    /** Keeps that a look that began at {@code asOf} saw nothing. */
    @Transactional(TxType.REQUIRES_NEW)
    void unseen(Cluster cluster, Instant asOf, String why) {
        StatusStore.Stored stored = store.of(cluster.name());
        NodeList list = new NodeList(cluster, stored.observation().nodes(), asOf);
        keep(cluster.name(), Observation.failed(asOf, why, list.afterFailure(why)));
    }

    private void keep(ClusterName cluster, Observation observation) {
        store.write(cluster, observation);
        judge(cluster, store.of(cluster), now());
    }

    @Transactional(TxType.REQUIRES_NEW)
    List<ClusterName> lastAskedFor() {
        return store.askedSince(now().minus(config.watchedAfterAsking()));
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
