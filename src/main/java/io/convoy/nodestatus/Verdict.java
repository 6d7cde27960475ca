package io.convoy.nodestatus;

import io.convoy.base.Digest;
import io.convoy.hooks.SchemaPermission;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What follows from an observation and a freeze: unknown, unreachable or stale never reads as allowed. */
record Verdict(boolean fullyAvailable, SchemaPermission schemaChanges, List<NodeStatus> nodes) {

    private static final int MOST_NAMED = 3;

    /**
     * @param freeze what the schema freeze says
     * @param timeToLive how long the observation counts, and what those who are refused are told to wait
     */
    static Verdict of(Observation observation, SchemaPermission freeze, Instant now, Duration timeToLive) {
        Optional<String> unknown = unknown(observation, now, timeToLive);
        List<NodeStatus> nodes =
                unknown.map(why -> unavailable(observation.nodes(), why)).orElse(observation.nodes());
        Optional<String> unavailable = unknown.or(() -> missing(nodes));
        SchemaPermission nodesSay = unavailable
                .map(why -> SchemaPermission.refused(why, timeToLive))
                .orElse(SchemaPermission.ALLOWED);
        return new Verdict(unavailable.isEmpty(), freeze.allowed() ? nodesSay : freeze, nodes);
    }

    private static Optional<String> unknown(Observation observation, Instant now, Duration timeToLive) {
        if (observation.asOf().isEmpty()) {
            return Optional.of("Nobody has looked at the cluster yet");
        }
        if (!observation.isFresh(now, timeToLive)) {
            return Optional.of("The cluster was last looked at "
                    + observation.asOf().get() + ", more than " + timeToLive.toSeconds() + " s ago");
        }
        return observation.failure().map(why -> "The cluster could not be asked: " + why);
    }

    private static List<NodeStatus> unavailable(List<NodeStatus> nodes, String why) {
        return nodes.stream().map(node -> node.unavailable(why)).toList();
    }

    private static Optional<String> missing(List<NodeStatus> nodes) {
        List<NodeStatus> counted = nodes.stream().filter(NodeStatus::member).toList();
        if (counted.isEmpty()) {
            return Optional.of("The cluster has no nodes");
        }
        List<NodeStatus> missing =
                counted.stream().filter(node -> !node.fullyAvailable()).toList();
        return missing.isEmpty() ? Optional.empty() : Optional.of(describe(missing, counted.size()));
    }

    private static String describe(List<NodeStatus> missing, int counted) {
        String named = missing.stream()
                .limit(MOST_NAMED)
                .map(node -> node.name() + " (" + node.lifecycle() + ": " + node.reason() + ")")
                .collect(Collectors.joining(", "));
        String more = missing.size() > MOST_NAMED ? " and " + (missing.size() - MOST_NAMED) + " more" : "";
        return missing.size() + " of " + counted + " nodes are not fully available: " + named + more;
    }

    /** Two verdicts with the same fingerprint look the same to those who ask. */
    String fingerprint() {
        List<NodeStatus> steady = nodes.stream().map(NodeStatus::withoutNoise).toList();
        return Digest.of(new Verdict(fullyAvailable, schemaChanges, steady).toString())
                .value();
    }
}
