package io.convoy.cassandra;

import com.datastax.oss.driver.api.core.cql.Row;
import io.convoy.inventory.Endpoint;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The members of a cluster as one of its nodes lists them. */
record Ring(String clusterName, String partitioner, List<Peer> peers) {

    private static final String LOCAL = """
            SELECT cluster_name, partitioner, broadcast_address, rpc_address, host_id, data_center, rack,
                   release_version, schema_version, tokens
            FROM system.local
            """;
    private static final String OTHERS = """
            SELECT peer, native_address, native_port, host_id, data_center, rack, release_version, schema_version, tokens
            FROM system.peers_v2
            """;

    Ring {
        peers = peers.stream().sorted(Comparator.comparing(Peer::address)).toList();
    }

    static Ring read(CqlNode node) {
        Row local = node.rows(LOCAL).get(0);
        Stream<Peer> others =
                node.rows(OTHERS).stream().filter(Ring::isComplete).map(Peer::other);
        return new Ring(
                Objects.requireNonNull(local.getString("cluster_name")),
                Objects.requireNonNull(local.getString("partitioner")),
                Stream.concat(Stream.of(Peer.local(local, node.endpoint().port())), others)
                        .toList());
    }

    List<String> addresses() {
        return peers.stream().map(Peer::address).toList();
    }

    List<Peer> in(String datacenter) {
        return peers.stream()
                .filter(peer -> peer.datacenter().equals(datacenter))
                .toList();
    }

    Optional<Peer> find(String address) {
        return peers.stream().filter(peer -> peer.address().equals(address)).findFirst();
    }

    Map<String, Endpoint> doors() {
        return peers.stream().collect(Collectors.toMap(Peer::address, Peer::cql));
    }

    Map<String, Peer> byAddress() {
        return peers.stream().collect(Collectors.toMap(Peer::address, Function.identity()));
    }

    // Gossip writes a peer's columns one by one.
    private static boolean isComplete(Row row) {
        return row.getInetAddress("native_address") != null && row.getUuid("host_id") != null;
    }
}
