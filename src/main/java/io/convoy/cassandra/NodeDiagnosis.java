package io.convoy.cassandra;

import io.convoy.nodestatus.Lifecycle;
import io.convoy.nodestatus.ObservedNode;
import io.convoy.nodestatus.ObservedNode.Operation;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * From what is known of a member of the ring to its place in a node's life. Pure.
 *
 * @param live as the failure detector of the others has it
 */
record NodeDiagnosis(Peer peer, String name, boolean live) {

    ObservedNode observe(NodePulse pulse, String commonSchemaVersion) {
        Lifecycle lifecycle = lifecycle(pulse);
        String reason = reason(lifecycle, pulse, commonSchemaVersion);
        return new ObservedNode(
                name,
                peer.address(),
                peer.datacenter(),
                peer.rack(),
                lifecycle,
                operation(pulse),
                reason.isEmpty(),
                reason);
    }

    private Lifecycle lifecycle(NodePulse pulse) {
        if (pulse.isSilent()) {
            return pulse.isRefused() ? Lifecycle.STOPPED : Lifecycle.UNREACHABLE;
        }
        return switch (pulse.mode()) {
            case "NORMAL" -> normal(pulse);
            case "STARTING", "JOINING" -> Lifecycle.JOINING;
            case "LEAVING" -> Lifecycle.LEAVING;
            case "DRAINING", "DRAINED" -> Lifecycle.DRAINING;
            case "DECOMMISSIONED" -> Lifecycle.STOPPED;
            case "DECOMMISSION_FAILED", "JOINING_FAILED" -> Lifecycle.FAILED;
            default -> live ? Lifecycle.RUNNING : Lifecycle.UNREACHABLE;
        };
    }

    private Lifecycle normal(NodePulse pulse) {
        if (!live) {
            return Lifecycle.UNREACHABLE;
        }
        return pulse.streams().stream().anyMatch(StreamPlan::isRebuild) ? Lifecycle.REBUILDING : Lifecycle.RUNNING;
    }

    private String reason(Lifecycle lifecycle, NodePulse pulse, String commonSchemaVersion) {
        if (lifecycle == Lifecycle.REBUILDING) {
            return "rebuilds: its data is incomplete until that ends";
        }
        if (lifecycle != Lifecycle.RUNNING) {
            return pulse.isSilent() ? silence() : "is " + pulse.mode() + (live ? "" : " and DOWN for its peers");
        }
        if (!pulse.schemaVersion().equals(commonSchemaVersion)) {
            return "holds schema version " + pulse.schemaVersion() + ", most others hold " + commonSchemaVersion;
        }
        return pulse.streams().stream().findFirst().map(NodeDiagnosis::words).orElse("");
    }

    private String silence() {
        return live ? "is UP for its peers, but its JMX does not answer" : "is DOWN for its peers and does not answer";
    }

    private static String words(StreamPlan stream) {
        return "streams for " + stream.operation().toLowerCase(Locale.ROOT) + " with "
                + String.join(", ", stream.peers());
    }

    /** The stream that matters most: what the node itself began, and of these the largest. */
    private static Optional<Operation> operation(NodePulse pulse) {
        List<StreamPlan> streams = pulse.streams();
        return streams.stream()
                .max(Comparator.comparing((StreamPlan stream) -> !stream.follower())
                        .thenComparing(stream -> stream.bytes().total()))
                .map(stream -> new Operation(
                        stream.operation().toLowerCase(Locale.ROOT),
                        OptionalDouble.of(stream.bytes().fraction()),
                        OptionalLong.empty()));
    }
}
