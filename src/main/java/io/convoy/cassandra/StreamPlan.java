package io.convoy.cassandra;

import com.datastax.oss.driver.api.core.cql.Row;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * One row of {@code system_views.streaming} of one node.
 *
 * @param follower whether the other side began it
 * @param operation for example {@code Rebuild}
 * @param peers addresses of the other side, without ports
 * @param began by the node's own clock
 */
record StreamPlan(
        UUID id,
        boolean follower,
        String operation,
        List<String> peers,
        Status status,
        Instant began,
        Bytes bytes,
        Optional<String> failureCause) {

    /** How far it is. */
    enum Status {
        INIT,
        START,
        SUCCESS,
        FAILURE
    }

    /** What has gone over the wire and what shall. */
    record Bytes(long received, long toReceive, long sent, long toSend) {

        long total() {
            return toReceive + toSend;
        }

        double fraction() {
            long all = total();
            return all == 0 ? 0 : Math.min(1, (double) (received + sent) / all);
        }
    }

    StreamPlan {
        peers = List.copyOf(peers);
    }

    static StreamPlan of(Row row) {
        return new StreamPlan(
                Objects.requireNonNull(row.getUuid("id")),
                row.getBoolean("follower"),
                Objects.requireNonNullElse(row.getString("operation"), "stream"),
                Objects.requireNonNullElse(row.getList("peers", String.class), List.<String>of()).stream()
                        .map(StreamPlan::withoutPort)
                        .toList(),
                Status.valueOf(Objects.requireNonNull(row.getString("status")).toUpperCase(Locale.ROOT)),
                Objects.requireNonNullElse(row.getInstant("status_init_timestamp"), Instant.EPOCH),
                new Bytes(
                        row.getLong("bytes_received"),
                        row.getLong("bytes_to_receive"),
                        row.getLong("bytes_sent"),
                        row.getLong("bytes_to_send")),
                Optional.ofNullable(row.getString("failure_cause")));
    }

    boolean isRunning() {
        return status == Status.INIT || status == Status.START;
    }

    boolean isRebuild() {
        return !follower && operation.equalsIgnoreCase("Rebuild");
    }

    // "/127.0.0.1:7000" or "/[::1]:7000"
    private static String withoutPort(String peer) {
        String address = peer.substring(peer.indexOf('/') + 1);
        int colon = address.lastIndexOf(':');
        return (colon < 0 ? address : address.substring(0, colon)).replaceAll("[\\[\\]]", "");
    }
}
