package io.convoy.cassandra;

import com.datastax.oss.driver.api.core.cql.Row;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What one node knows of itself alone: virtual tables, and the ranges that it remembers to have streamed. */
final class NodeViews {

    private static final List<String> COORDINATED =
            List.of("coordinator_read_latency", "coordinator_scan_latency", "coordinator_write_latency");

    private final CqlNode node;

    NodeViews(CqlNode node) {
        this.node = node;
    }

    /** Streams of the last days, running and ended ones; none where the version (before 4.1) cannot tell. */
    List<StreamPlan> streams() {
        return node.rows("SELECT * FROM system_views.streaming").stream()
                .map(StreamPlan::of)
                .toList();
    }

    /** Client connections but Convoy's own. */
    List<Client> clients() {
        return node.rows("SELECT * FROM system_views.clients").stream()
                .map(Client::of)
                .filter(client -> !client.isConvoy())
                .toList();
    }

    /** Keyspaces under repair with this node as coordinator. */
    List<String> repairing() {
        return node.rows("SELECT keyspace_name, completed FROM system_views.repairs").stream()
                .filter(row -> !row.getBoolean("completed"))
                .map(row -> String.valueOf(row.getString("keyspace_name")))
                .distinct()
                .toList();
    }

    /** How many requests for tables of customers this node has coordinated since it was started. */
    long coordinatedRequests() {
        return COORDINATED.stream()
                .flatMap(view -> node.rows("SELECT keyspace_name, count FROM system_views." + view).stream())
                .filter(row -> !String.valueOf(row.getString("keyspace_name")).startsWith("system"))
                .mapToLong(row -> row.getLong("count"))
                .sum();
    }

    /** Ranges that the node remembers to have received, by keyspace. */
    Map<String, Set<TokenRange>> rebuildMemory() {
        Map<String, Set<TokenRange>> memory = new HashMap<>();
        for (Row row : node.rows("SELECT * FROM system.available_ranges_v2")) {
            Set<TokenRange> ranges = Stream.of("full_ranges", "transient_ranges")
                    .flatMap(column -> blobs(row, column).stream())
                    .map(TokenRange::decode)
                    .collect(Collectors.toSet());
            memory.put(Objects.requireNonNull(row.getString("keyspace_name")), ranges);
        }
        return memory;
    }

    Set<TokenRange> rebuildMemory(String keyspace) {
        return rebuildMemory().getOrDefault(keyspace, new HashSet<>());
    }

    /** Never by TRUNCATE, which would empty every other node's memory too. */
    void forgetRebuild(String keyspace) {
        node.rows("DELETE FROM system.available_ranges_v2 WHERE keyspace_name = ?", keyspace);
    }

    /** The node's own clock. */
    Instant now() {
        return Objects.requireNonNull(node.rows("SELECT toTimestamp(now()) AS now FROM system.local")
                .get(0)
                .getInstant("now"));
    }

    private static Set<ByteBuffer> blobs(Row row, String column) {
        return Objects.requireNonNullElse(row.getSet(column, ByteBuffer.class), Set.of());
    }

    /** One row of {@code system_views.clients}. */
    record Client(String address, int port, String username, String driver, long requests, String application) {

        static Client of(Row row) {
            // 4.0 and 4.1 have no client_options.
            Map<String, String> options = row.getColumnDefinitions().contains("client_options")
                    ? Objects.requireNonNullElse(row.getMap("client_options", String.class, String.class), Map.of())
                    : Map.of();
            return new Client(
                    Objects.requireNonNull(row.getInetAddress("address")).getHostAddress(),
                    row.getInt("port"),
                    Objects.requireNonNullElse(row.getString("username"), "anonymous"),
                    Objects.requireNonNullElse(row.getString("driver_name"), "an unknown driver") + " "
                            + Objects.requireNonNullElse(row.getString("driver_version"), ""),
                    row.getLong("request_count"),
                    options.getOrDefault("APPLICATION_NAME", ""));
        }

        boolean isConvoy() {
            return application.equals(CqlSessions.APPLICATION_NAME);
        }

        @Override
        public String toString() {
            String by = application.isEmpty() ? "" : " by " + application;
            return username + "@" + address + ":" + port + " (" + driver.strip() + by + ")";
        }
    }
}
