package io.convoy.cassandra;

import io.convoy.inventory.Cluster;

/** Looks at running Cassandra clusters. */
interface TopologySource {

    /** The cluster as it is now; throws {@link UnreachableClusterException} where nothing of it answers. */
    Topology observe(Cluster cluster);
}
