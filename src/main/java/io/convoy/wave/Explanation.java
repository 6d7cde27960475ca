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
 */
public record Explanation(
        ClusterName cluster,
        boolean moving,
        String reason,
        Optional<String> keptBy,
        Optional<Instant> expectedRelease) {}
