package io.convoy.wave;

import io.convoy.base.ClusterName;
import java.time.Instant;
import java.util.Optional;

/**
 * Why a cluster is or is not moving.
 *
 * @param moving whether its run is being driven right now
 * @param keptBy the kind of what keeps it, for example {@code AT_LIMIT}; empty where nothing does
 * @param expectedRelease when what keeps it lets go by itself, where that is known
 * @param expectedStart when it starts if every step ahead takes what is expected and people do their part; empty once it has
 *     started, and where that never comes
 */
public record Explanation(
        ClusterName cluster,
        boolean moving,
        String reason,
        Optional<String> keptBy,
        Optional<Instant> expectedRelease,
        Optional<Instant> expectedStart) {

    Explanation starting(Optional<Instant> expected) {
        return new Explanation(cluster, moving, reason, keptBy, expectedRelease, expected);
    }
}
