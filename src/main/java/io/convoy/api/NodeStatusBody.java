package io.convoy.api;

import io.convoy.nodestatus.NodeStatus;
import io.convoy.nodestatus.ObservedNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One node.
 *
 * @param address empty while none is known
 * @param lifecycle PLANNED, PROVISIONING, PROVISIONED, JOINING, REBUILDING, RUNNING, DRAINING, LEAVING, STOPPED, DELETED,
 *     DEFERRED, FAILED or UNREACHABLE
 * @param since when it entered this part of its life, as far as Convoy saw it
 * @param reason why it is not fully available; empty where it is
 */
public record NodeStatusBody(
        String name,
        String address,
        String datacenter,
        String rack,
        String lifecycle,
        Instant since,
        @Nullable Operation operation,
        boolean fullyAvailable,
        String reason) {

    /**
     * What a node is busy with.
     *
     * @param progress 0 to 1, null where it cannot be measured
     * @param etaSeconds null where it cannot be told
     */
    public record Operation(
            String kind,
            @Nullable Double progress,
            @Nullable Long etaSeconds) {

        static Operation of(ObservedNode.Operation operation) {
            return new Operation(
                    operation.kind(),
                    operation.progress().isPresent() ? operation.progress().getAsDouble() : null,
                    operation.etaSeconds().isPresent() ? operation.etaSeconds().getAsLong() : null);
        }
    }

    static NodeStatusBody of(NodeStatus node) {
        return new NodeStatusBody(
                node.name(),
                node.address(),
                node.datacenter(),
                node.rack(),
                node.lifecycle().name(),
                node.since(),
                node.operation().map(Operation::of).orElse(null),
                node.fullyAvailable(),
                node.reason());
    }
}
