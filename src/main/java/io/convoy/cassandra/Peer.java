package io.convoy.cassandra;

import com.datastax.oss.driver.api.core.cql.Row;
import io.convoy.inventory.Endpoint;
import java.net.InetAddress;
import java.util.Objects;
import java.util.Set;

/**
 * One node as a node's own tables list it.
 *
 * @param address the one by which its peers know it
 * @param cql where it serves clients
 * @param tokens how many it owns
 */
record Peer(
        String address,
        Endpoint cql,
        String hostId,
        String datacenter,
        String rack,
        String version,
        String schemaVersion,
        int tokens) {

    static Peer local(Row row, int nativePort) {
        return of(row, text(row, "broadcast_address"), new Endpoint(text(row, "rpc_address"), nativePort));
    }

    static Peer other(Row row) {
        return of(row, text(row, "peer"), new Endpoint(text(row, "native_address"), row.getInt("native_port")));
    }

    private static Peer of(Row row, String address, Endpoint cql) {
        Set<String> tokens = row.getSet("tokens", String.class);
        return new Peer(
                address,
                cql,
                String.valueOf(row.getUuid("host_id")),
                word(row, "data_center"),
                word(row, "rack"),
                word(row, "release_version"),
                String.valueOf(row.getUuid("schema_version")),
                tokens == null ? 0 : tokens.size());
    }

    private static String text(Row row, String column) {
        InetAddress address = Objects.requireNonNull(row.getInetAddress(column), column);
        return address.getHostAddress();
    }

    // A node that is only just joining is listed before all is known of it.
    private static String word(Row row, String column) {
        return Objects.requireNonNullElse(row.getString(column), "unknown");
    }
}
