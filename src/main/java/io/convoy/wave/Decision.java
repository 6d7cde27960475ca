package io.convoy.wave;

import io.convoy.base.ClusterName;
import java.time.Instant;
import java.util.Optional;

/** What admission says of one cluster that has not started. */
public sealed interface Decision {

    ClusterName cluster();

    /** It may start now. */
    record Start(ClusterName cluster, String wave) implements Decision {}

    /**
     * It may not.
     *
     * @param expectedRelease when that changes by itself, where it is known
     */
    record Withheld(ClusterName cluster, String reason, Optional<Instant> expectedRelease) implements Decision {}
}
