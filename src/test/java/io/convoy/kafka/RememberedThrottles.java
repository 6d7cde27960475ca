package io.convoy.kafka;

import io.convoy.base.ClusterName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;

/** Outlives handlers, as the database does; {@link ThrottlesTest} holds both to the same. */
final class RememberedThrottles implements Throttles {

    private final Map<ClusterName, Throttle> kept = new ConcurrentHashMap<>();
    private final Map<ClusterName, Thread> atIt = new ConcurrentHashMap<>();

    @Override
    public Optional<Throttle> on(ClusterName cluster) {
        return Optional.ofNullable(kept.get(cluster));
    }

    @Override
    public List<ClusterName> throttled() {
        return List.copyOf(kept.keySet());
    }

    @Override
    public void keep(ClusterName cluster, Throttle throttle) {
        kept.put(cluster, throttle);
    }

    @Override
    public void forget(ClusterName cluster) {
        kept.remove(cluster);
    }

    @Override
    public <T> Optional<T> alone(ClusterName cluster, Callable<T> work) {
        if (atIt.putIfAbsent(cluster, Thread.currentThread()) != null) {
            return Optional.empty();
        }
        try {
            return Optional.of(work.call());
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        } finally {
            atIt.remove(cluster);
        }
    }
}
