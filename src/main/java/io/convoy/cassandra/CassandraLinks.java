package io.convoy.cassandra;

import io.convoy.base.ClusterName;
import io.convoy.inventory.Access;
import io.convoy.inventory.Cluster;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/** Convoy's connections to all clusters, one {@link ClusterLink} for each. */
final class CassandraLinks implements AutoCloseable {

    private final Logins logins;
    private final Patience patience;
    private final CqlSessions sessions;
    private final ExecutorService threads = Executors.newCachedThreadPool(daemons());
    private final Map<ClusterName, ClusterLink> links = new ConcurrentHashMap<>();

    CassandraLinks(Logins logins, Patience patience) {
        this.logins = logins;
        this.patience = patience;
        this.sessions = new CqlSessions(patience);
    }

    /** The link to a cluster; a new one when the inventory names other ways to it than before. */
    ClusterLink to(Cluster cluster) {
        return links.compute(cluster.name(), (name, known) -> {
            if (known != null && sameWay(known.cluster(), cluster)) {
                return known;
            }
            if (known != null) {
                known.close();
            }
            return open(cluster);
        });
    }

    /** A link that its caller closes, to a cluster that is looked at once. */
    ClusterLink once(Cluster cluster) {
        return open(cluster);
    }

    Logins logins() {
        return logins;
    }

    Patience patience() {
        return patience;
    }

    /** Threads for asking several nodes at a time; they do not keep the process alive. */
    ExecutorService threads() {
        return threads;
    }

    CqlSessions sessions() {
        return sessions;
    }

    private ClusterLink open(Cluster cluster) {
        return new ClusterLink(
                cluster,
                endpoint -> sessions.open(endpoint, logins.of(cluster)),
                address -> new JmxNode(jmxTarget(cluster, address), threads, patience));
    }

    private JmxNode.Target jmxTarget(Cluster cluster, String address) {
        int port = cluster.access().flatMap(Access::jmx).map(Access.Jmx::port).orElse(Access.Jmx.DEFAULT_PORT);
        return new JmxNode.Target(address, port, logins.jmx(cluster));
    }

    private static boolean sameWay(Cluster one, Cluster other) {
        return one.access().equals(other.access())
                && one.datacenters().equals(other.datacenters())
                && one.target().equals(other.target());
    }

    private static ThreadFactory daemons() {
        AtomicInteger number = new AtomicInteger();
        return task -> {
            Thread thread = new Thread(task, "convoy-cassandra-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }

    @Override
    public void close() {
        links.values().forEach(ClusterLink::close);
        sessions.close();
        threads.shutdownNow();
    }
}
