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

    /** Why the cluster's plan cannot be run as it is; empty where it can. Reads only what is stored. */
    Optional<String> obstacle(ClusterName cluster);

    /** Why the approved plan is stale, judged by looking at the cluster itself; empty where it is fresh. */
    Optional<String> staleness(ClusterName cluster);

    /** Whether a plan has been approved for another run since this one ended. */
    boolean isApprovedSince(Run ended);
}
