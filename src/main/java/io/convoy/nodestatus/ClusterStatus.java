package io.convoy.nodestatus;

import io.convoy.base.ClusterName;
import io.convoy.hooks.SchemaPermission;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is known of a cluster's nodes.
 *
 * @param version moves, never backwards, when anything but {@code asOf} and an estimated time changes
 * @param asOf when the cluster was last looked at; empty when it never was
 * @param timeToLive how long after {@code asOf} this may be relied on
 * @param fullyAvailable whether every node of the cluster is, and this was seen lately
 * @param schemaChanges whether tables may be dropped, truncated or altered now
 */
public record ClusterStatus(
        ClusterName cluster,
        long version,
        Optional<Instant> asOf,
        Duration timeToLive,
        boolean fullyAvailable,
        SchemaPermission schemaChanges,
        List<NodeStatus> nodes) {

    public ClusterStatus {
        nodes = List.copyOf(nodes);
    }
}
