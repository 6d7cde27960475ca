package io.convoy.api;

import io.convoy.hooks.SchemaPermission;
import io.convoy.nodestatus.ClusterStatus;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a cluster's nodes.
 *
 * @param version moves, never backwards, when anything but {@code asOf} and estimated times changes
 * @param asOf when the cluster was last looked at; null when it never was
 * @param ttlSeconds how long after {@code asOf} this may be relied on
 */
public record ClusterStatusBody(
        String cluster,
        long version,
        @Nullable Instant asOf,
        long ttlSeconds,
        boolean fullyAvailable,
        SchemaChanges schemaChanges,
        List<NodeStatusBody> nodes) {

    public ClusterStatusBody {
        nodes = List.copyOf(nodes);
    }

    /**
     * Whether tables may be dropped, truncated or altered now.
     *
     * @param reason why not; empty where they may
     * @param retryAfterSeconds when to ask again; 0 where they may
     */
    public record SchemaChanges(boolean allowed, String reason, long retryAfterSeconds) {

        static SchemaChanges of(SchemaPermission permission) {
            return new SchemaChanges(
                    permission.allowed(),
                    permission.reason(),
                    permission.retryAfter().toSeconds());
        }
    }

    static ClusterStatusBody of(ClusterStatus status) {
        return new ClusterStatusBody(
                status.cluster().value(),
                status.version(),
                status.asOf().orElse(null),
                status.timeToLive().toSeconds(),
                status.fullyAvailable(),
                SchemaChanges.of(status.schemaChanges()),
                status.nodes().stream().map(NodeStatusBody::of).toList());
    }
}
