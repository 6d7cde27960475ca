package io.convoy.nodestatus;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What one look at a cluster found.
 *
 * @param asOf when the look began; empty where nobody has looked yet
 * @param failure why the cluster could not be asked
 * @param nodes as they were seen, or as they were known before
 */
record Observation(Optional<Instant> asOf, Optional<String> failure, List<NodeStatus> nodes) {

    static final Observation NONE = new Observation(Optional.empty(), Optional.empty(), List.of());

    Observation {
        nodes = List.copyOf(nodes);
    }

    static Observation of(Instant asOf, List<NodeStatus> nodes) {
        return new Observation(Optional.of(asOf), Optional.empty(), nodes);
    }

    static Observation failed(Instant asOf, String why, List<NodeStatus> nodes) {
        return new Observation(Optional.of(asOf), Optional.of(why), nodes);
    }

    boolean isFresh(Instant now, Duration timeToLive) {
        return asOf.filter(seen -> !seen.plus(timeToLive).isBefore(now)).isPresent();
    }
}
