package io.convoy.program;

import java.util.Optional;

/**
 * Clusters that move only after others have.
 *
 * @param clusters those that wait
 * @param after those that they wait for, until they have moved and soaked
 * @param sharing where present, a cluster waits only for those that share a value of this dimension with it, for example
 *     {@code label:app}
 */
public record Dependency(Selector clusters, Selector after, Optional<Dimension> sharing) {

    boolean binds(Subject waiting, Subject first) {
        return !waiting.name().equals(first.name())
                && clusters.admits(waiting)
                && after.admits(first)
                && sharing.map(dimension -> share(dimension, waiting, first)).orElse(true);
    }

    private static boolean share(Dimension dimension, Subject one, Subject other) {
        return one.traits().in(dimension).stream()
                .anyMatch(value -> other.traits().in(dimension).contains(value));
    }
}
