package io.convoy.nodestatus;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * One node as Convoy shows it.
 *
 * @param address empty where none is known yet
 * @param member whether it is a working part of the cluster, which therefore depends on it; the others are to come or gone
 * @param since when it entered this part of its life, as far as Convoy saw it
 * @param operation what it is busy with, its progress in whole hundredths
 * @param reason why it is not fully available; empty where it is
 */
public record NodeStatus(
        String name,
        String address,
        String datacenter,
        String rack,
        boolean member,
        Lifecycle lifecycle,
        Instant since,
        Optional<ObservedNode.Operation> operation,
        boolean fullyAvailable,
        String reason) {

    static NodeStatus seen(ObservedNode node, String name, Instant since) {
        return new NodeStatus(
                name,
                node.address(),
                node.datacenter(),
                node.rack(),
                node.lifecycle().isInService(),
                node.lifecycle(),
                since,
                node.operation().map(NodeStatus::inHundredths),
                node.fullyAvailable(),
                node.reason());
    }

    private static ObservedNode.Operation inHundredths(ObservedNode.Operation operation) {
        OptionalDouble progress = operation.progress().isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(Math.floor(operation.progress().getAsDouble() * 100) / 100);
        return new ObservedNode.Operation(operation.kind(), progress, operation.etaSeconds());
    }

    NodeStatus unavailable(String why) {
        return fullyAvailable
                ? new NodeStatus(name, address, datacenter, rack, member, lifecycle, since, operation, false, why)
                : this;
    }

    NodeStatus became(Lifecycle next, Instant now, boolean stillMember, String why) {
        Instant start = lifecycle == next ? since : now;
        return new NodeStatus(name, address, datacenter, rack, stillMember, next, start, Optional.empty(), false, why);
    }

    /** Without what changes at every look. */
    NodeStatus withoutNoise() {
        Optional<ObservedNode.Operation> steady =
                operation.map(busy -> new ObservedNode.Operation(busy.kind(), busy.progress(), OptionalLong.empty()));
        return new NodeStatus(
                name, address, datacenter, rack, member, lifecycle, since, steady, fullyAvailable, reason);
    }
}
