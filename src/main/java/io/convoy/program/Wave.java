package io.convoy.program;

import io.convoy.base.ClusterName;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Clusters that are moved together.
 *
 * @param clusters named one by one, in this order
 * @param select more of them: each that it admits and that no wave names and no earlier wave selects
 * @param order in which they are considered
 * @param after waves that have ended, and soaked, before this one begins
 * @param notBefore when it may begin at the earliest
 * @param pilots how many of its first clusters move, and soak, before the rest; 0 where unsaid
 * @param soak how long waves after this one wait once it has ended
 * @param clusterSoak how long a cluster that has moved is still watched, and so still counts under the limits
 * @param failures how many of its clusters may fail before it is paused
 */
public record Wave(
        String name,
        List<ClusterName> clusters,
        Optional<Selector> select,
        Optional<Order> order,
        List<String> after,
        Optional<Instant> notBefore,
        Optional<Integer> pilots,
        Optional<Duration> soak,
        Optional<Duration> clusterSoak,
        Optional<Failures> failures) {

    /** In which order the clusters of a wave are considered. */
    public enum Order {
        /** As the wave names them; selected ones by name, after those. */
        LISTED,
        /** The fewest bytes first: what goes wrong early hurts little. */
        SMALLEST_FIRST,
        /** The longest chain of moves first: ends soonest. */
        LONGEST_FIRST
    }

    public Wave {
        clusters = List.copyOf(clusters);
        after = List.copyOf(after);
    }

    /** A wave of these clusters, without conditions. */
    public static Wave of(String name, List<ClusterName> clusters) {
        return new Wave(
                name,
                clusters,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** The same wave of exactly these clusters, in this order. */
    public Wave listing(List<ClusterName> listed) {
        return new Wave(
                name,
                listed,
                Optional.empty(),
                Optional.empty(),
                after,
                notBefore,
                pilots,
                soak,
                clusterSoak,
                failures);
    }

    int pilotCount() {
        return pilots.orElse(0);
    }

    Duration soaking() {
        return soak.orElse(Duration.ZERO);
    }

    public Duration clusterSoaking() {
        return clusterSoak.orElse(Duration.ZERO);
    }
}
