package io.convoy.kafka;

import io.convoy.audit.AuditLog;
import io.convoy.base.Actor;
import io.convoy.base.ClusterName;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;

/** Keeps throttles in PostgreSQL; each call is a transaction of its own, so that an intent is safe before its effect. */
@ApplicationScoped
class ThrottleStore implements PanacheRepositoryBase<ThrottleRow, String>, Throttles {

    private static final Duration LONGEST_WORK = Duration.ofMinutes(5);

    private final AuditLog audit;

    ThrottleStore(AuditLog audit) {
        this.audit = audit;
    }

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
                .ifPresentOrElse(row -> replace(row, throttle), () -> insert(cluster, throttle));
    }

    @Override
    @Transactional(TxType.REQUIRES_NEW)
    public void forget(ClusterName cluster) {
        Optional<ThrottleRow> row = findByIdOptional(cluster.value());
        row.ifPresent(held -> {
            Throttle throttle = held.throttle();
            delete(held);
            record("throttle.removed", cluster, throttle);
        });
    }

    /** A run may take over what an earlier one has left behind. */
    private void replace(ThrottleRow row, Throttle next) {
        Throttle before = row.throttle();
        row.write(next);
        if (!before.run().equals(next.run())) {
            ClusterName cluster = new ClusterName(row.cluster);
            record("throttle.removed", cluster, before);
            record("throttle.set", cluster, next);
        }
    }

    private void insert(ClusterName cluster, Throttle throttle) {
        persist(new ThrottleRow(cluster.value(), throttle));
        record("throttle.set", cluster, throttle);
    }

    private void record(String act, ClusterName cluster, Throttle throttle) {
        audit.record(
                Actor.CONVOY,
                act,
                "cluster:" + cluster,
                Map.of("run", throttle.run().toString()));
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
