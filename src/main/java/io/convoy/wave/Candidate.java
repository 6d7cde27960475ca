package io.convoy.wave;

import io.convoy.base.ClusterName;
import java.util.List;
import java.util.Optional;

/**
 * One cluster of the program as admission sees it.
 *
 * @param regions {@code provider/region} of its datacenters, present and to be
 * @param obstacle why its plan cannot be run as it is: none made, not approved, stale; empty where it can
 * @param run how far it is
 */
record Candidate(
        ClusterName cluster,
        String wave,
        WaveState waveState,
        List<String> regions,
        Optional<String> obstacle,
        Progress run) {

    /** How far a cluster is. */
    enum Progress {
        NOT_STARTED,
        MOVING,
        ENDED
    }

    Candidate {
        regions = List.copyOf(regions);
    }
}
