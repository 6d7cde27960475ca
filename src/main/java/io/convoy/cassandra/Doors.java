package io.convoy.cassandra;

import io.convoy.inventory.Access;
import io.convoy.inventory.Cluster;
import io.convoy.inventory.Datacenter;
import io.convoy.inventory.Endpoint;
import io.convoy.inventory.Target.TargetDatacenter;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where a cluster's CQL may be found, the likeliest first. */
final class Doors {

    static final int NATIVE_PORT = 9042;

    private final Cluster cluster;
    private final Map<String, Endpoint> members = new ConcurrentHashMap<>();
    private volatile @Nullable Endpoint lastAnswered;

    Doors(Cluster cluster) {
        this.cluster = cluster;
    }

    /** The door of a node, by the address that it has among its peers. */
    Endpoint of(String address) {
        return members.getOrDefault(address, new Endpoint(address, NATIVE_PORT));
    }

    void answered(Endpoint endpoint) {
        lastAnswered = endpoint;
    }

    void remember(Map<String, Endpoint> ring) {
        members.keySet().retainAll(ring.keySet());
        members.putAll(ring);
    }

    Set<Endpoint> all() {
        Set<Endpoint> doors = new LinkedHashSet<>();
        Optional.ofNullable(lastAnswered)
                .filter(endpoint -> members.isEmpty() || members.containsValue(endpoint))
                .ifPresent(doors::add);
        doors.addAll(members.values());
        doors.addAll(cluster.access().map(Access::contactPoints).orElse(List.of()));
        datacenters()
                .flatMap(datacenter -> datacenter.nodes(cluster.name()).stream())
                .flatMap(node -> node.address().stream())
                .map(address -> new Endpoint(address, NATIVE_PORT))
                .forEach(doors::add);
        return doors;
    }

    private Stream<Datacenter> datacenters() {
        return Stream.concat(
                cluster.datacenters().stream(),
                cluster.target().stream()
                        .flatMap(target -> target.datacenters().stream())
                        .map(TargetDatacenter::datacenter));
    }
}
