package io.convoy.cassandra;

import io.convoy.inventory.Cluster;
import io.convoy.inventory.Endpoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Convoy's connections to one cluster, opened when they are needed. It remembers the members that it has seen, because the
 * inventory's contact points are gone at the end of a migration.
 */
final class ClusterLink implements AutoCloseable {

    private final Cluster cluster;
    private final Function<Endpoint, CqlNode> openCql;
    private final Function<String, JmxNode> openJmx;
    private final Doors doors;
    private final Map<Endpoint, PinnedSession> sessions = new ConcurrentHashMap<>();
    private final Map<String, JmxNode> jmx = new ConcurrentHashMap<>();

    ClusterLink(Cluster cluster, Function<Endpoint, CqlNode> openCql, Function<String, JmxNode> openJmx) {
        this.cluster = cluster;
        this.openCql = openCql;
        this.openJmx = openJmx;
        this.doors = new Doors(cluster);
    }

    Cluster cluster() {
        return cluster;
    }

    /** CQL on any node that answers: a member seen before, a contact point, or a node of the inventory. */
    CqlNode anyCql() {
        List<String> silent = new ArrayList<>();
        for (Endpoint endpoint : doors.all()) {
            try {
                CqlNode node = cql(endpoint);
                node.rows("SELECT key FROM system.local");
                doors.answered(endpoint);
                return node;
            } catch (UnreachableException e) {
                silent.add(String.valueOf(e.getMessage()));
            }
        }
        throw new UnreachableClusterException("No node of " + cluster.name() + " answers CQL: "
                + (silent.isEmpty() ? "its inventory names no contact point" : String.join("; ", silent)));
    }

    /** CQL on the node with this address. */
    CqlNode cql(String address) {
        return cql(doors.of(address));
    }

    CqlNode cql(Endpoint endpoint) {
        return sessions.computeIfAbsent(endpoint, ignored -> new PinnedSession(() -> openCql.apply(endpoint)))
                .node();
    }

    StorageService jmx(String address) {
        return new StorageService(jmxNode(address));
    }

    JmxNode jmxNode(String address) {
        return jmx.computeIfAbsent(address, openJmx);
    }

    /** The ring as it is now: native endpoints by the address that a node has among its peers. */
    void remember(Map<String, Endpoint> ring) {
        doors.remember(ring);
        Set<Endpoint> usable = doors.all();
        List.copyOf(sessions.keySet()).stream()
                .filter(endpoint -> !usable.contains(endpoint))
                .forEach(this::closeSession);
        List.copyOf(jmx.keySet()).stream()
                .filter(address -> !ring.containsKey(address))
                .forEach(this::closeJmx);
    }

    /** Sessions are opened again, with the logins that are right then. */
    void logInAgain() {
        List.copyOf(sessions.keySet()).forEach(this::closeSession);
    }

    private void closeSession(Endpoint endpoint) {
        PinnedSession gone = sessions.remove(endpoint);
        if (gone != null) {
            gone.close();
        }
    }

    private void closeJmx(String address) {
        JmxNode gone = jmx.remove(address);
        if (gone != null) {
            gone.close();
        }
    }

    @Override
    public void close() {
        logInAgain();
        List.copyOf(jmx.keySet()).forEach(this::closeJmx);
    }
}
