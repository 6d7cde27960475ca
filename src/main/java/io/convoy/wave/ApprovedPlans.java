package io.convoy.wave;

import io.convoy.base.ClusterName;
import io.convoy.base.Digest;
import io.convoy.execution.Run;
import java.util.Optional;

/** What admission asks about plans. */
interface ApprovedPlans {

    /** The approved plan of a cluster. */
    record Approved(int revision, Digest digest, String by) {}

    Optional<Approved> approved(ClusterName cluster);

    /** What is stored of every cluster's plans at this instant. */
    Obstacles obstacles();

    /** Why the approved plan is stale, judged by looking at the cluster itself; empty where it is fresh. */
    Optional<String> staleness(ClusterName cluster);

    /** Answers about any cluster. */
    interface Obstacles {

        /** Why the cluster's plan cannot be run as it is; empty where it can. */
        Optional<String> of(ClusterName cluster);

        /** Whether a plan has been approved for another run since this one ended. */
        boolean isApprovedSince(Run ended);
    }
}
