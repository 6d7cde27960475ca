package io.convoy.hooks;

import io.convoy.base.ClusterName;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;

/**
 * Keeps two hands off one cluster's freeze, whichever Convoy instances they belong to, with advisory locks of PostgreSQL that
 * end with their transaction, also when its process dies.
 *
 * <p>Two locks, always taken in this order: <em>nodes</em>, held for as long as guardrails are being set or restored, and
 * <em>book</em>, held for the instant in which a permit is granted or a freeze changes its state.
 */
@ApplicationScoped
class ClusterLock {

    /** Setting the guardrails of a thousand nodes, some of which do not answer. */
    private static final Duration LONGEST_WORK = Duration.ofMinutes(10);

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    private final EntityManager entities;

    ClusterLock(EntityManager entities) {
        this.entities = entities;
    }

    /** Keeps everybody else from this cluster's permits and freeze until the caller's transaction ends. */
    void book(ClusterName cluster) {
        entities.createNativeQuery("select cast(pg_advisory_xact_lock(hashtextextended(:key, 0)) as text)")
                .setParameter("key", "convoy/freeze-book/" + cluster)
                .getSingleResult();
    }

    /** Does the work alone on the cluster's nodes; waits for others to finish. The work writes in transactions of its own. */
    <T> T nodes(ClusterName cluster, Callable<T> work) {
        return inTransaction(() -> {
            entities.createNativeQuery("set local lock_timeout = " + LONGEST_WAIT.toMillis())
                    .executeUpdate();
            entities.createNativeQuery("select cast(pg_advisory_xact_lock(hashtextextended(:key, 0)) as text)")
                    .setParameter("key", nodesKey(cluster))
                    .getSingleResult();
            return work.call();
        });
    }

    /** The same, but empty at once when somebody else is at it. */
    <T> Optional<T> nodesIfFree(ClusterName cluster, Callable<T> work) {
        return inTransaction(() -> isFree(cluster) ? Optional.of(work.call()) : Optional.empty());
    }

    private boolean isFree(ClusterName cluster) {
        Object taken = entities.createNativeQuery("select pg_try_advisory_xact_lock(hashtextextended(:key, 0))")
                .setParameter("key", nodesKey(cluster))
                .getSingleResult();
        return Boolean.TRUE.equals(taken);
    }

    private static String nodesKey(ClusterName cluster) {
        return "convoy/freeze-nodes/" + cluster;
    }

    private static <T> T inTransaction(Callable<T> work) {
        return QuarkusTransaction.requiringNew()
                .timeout((int) LONGEST_WORK.toSeconds())
                .call(work);
    }
}
