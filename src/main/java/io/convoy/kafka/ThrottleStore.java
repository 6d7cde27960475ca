package io.convoy.kafka;

import io.convoy.base.ClusterName;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/** Keeps throttles in PostgreSQL; each call is a transaction of its own, so that an intent is safe before its effect. */
@ApplicationScoped
class ThrottleStore implements PanacheRepositoryBase<ThrottleRow, String>, Throttles {

    private static final Duration LONGEST_WORK = Duration.ofMinutes(5);

    @Override
    @Transactional(TxType.REQUIRES_NEW)
    public Optional<Throttle> on(ClusterName cluster) {
        return findByIdOptional(cluster.value()).map(ThrottleRow::throttle);
    }

    @Override
    @Transactional(TxType.REQUIRES_NEW)
    public List<ClusterName> throttled() {
        return list("order by cluster").stream()
                .map(row -> new ClusterName(row.cluster))
                .toList();
    }

    @Override
    @Transactional(TxType.REQUIRES_NEW)
    public void keep(ClusterName cluster, Throttle throttle) {
        findByIdOptional(cluster.value())
                .ifPresentOrElse(row -> row.write(throttle), () -> persist(new ThrottleRow(cluster.value(), throttle)));
    }

    @Override
    @Transactional(TxType.REQUIRES_NEW)
    public void forget(ClusterName cluster) {
        deleteById(cluster.value());
    }

    /** With an advisory lock of PostgreSQL, which ends with its transaction, also when its process dies. */
    @Override
    public <T> Optional<T> alone(ClusterName cluster, Callable<T> work) {
        return QuarkusTransaction.requiringNew()
                .timeout((int) LONGEST_WORK.toSeconds())
                .call(() -> isFree(cluster) ? Optional.of(work.call()) : Optional.empty());
    }

    private boolean isFree(ClusterName cluster) {
        Object taken = getEntityManager()
                .createNativeQuery("select pg_try_advisory_xact_lock(hashtextextended(:key, 0))")
                .setParameter("key", "convoy/kafka-throttle/" + cluster)
                .getSingleResult();
        return Boolean.TRUE.equals(taken);
    }
}
