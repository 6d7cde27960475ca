package io.convoy.nodestatus;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * One node as a probe saw it.
 *
 * @param fullyAvailable up, normal, one schema with the others, and neither receiving nor sending a stream
 * @param reason why it is not fully available; empty where it is
 */
public record ObservedNode(
        String name,
        String address,
        String datacenter,
        String rack,
        Lifecycle lifecycle,
        Optional<Operation> operation,
        boolean fullyAvailable,
        String reason) {

    /** What a node is busy with. */
    public record Operation(String kind, OptionalDouble progress, OptionalLong etaSeconds) {}
}
