package io.convoy.kafka;

import io.convoy.base.ClusterName;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/** The throttles that Convoy has set, one a cluster at most; on record before they are set, until they are seen to be gone. */
interface Throttles {

    Optional<Throttle> on(ClusterName cluster);

    /** Clusters with a throttle. */
    List<ClusterName> throttled();

    void keep(ClusterName cluster, Throttle throttle);

    void forget(ClusterName cluster);

    /** Does the work while nobody else, in whichever Convoy, changes the cluster's throttle; empty at once where somebody does. */
    <T> Optional<T> alone(ClusterName cluster, Callable<T> work);
}
