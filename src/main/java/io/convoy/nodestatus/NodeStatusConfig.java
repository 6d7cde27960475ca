package io.convoy.nodestatus;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of node status. */
@ConfigMapping(prefix = "convoy.node-status")
interface NodeStatusConfig {

    /** How long what was seen may be relied on. */
    @WithDefault("15s")
    Duration timeToLive();

    /** How long those who ask first are kept waiting for the first look at a cluster. */
    @WithDefault("3s")
    Duration firstLook();

    /** How long a cluster is looked at after somebody has asked for its status. */
    @WithDefault("5m")
    Duration watchedAfterAsking();

    /** How often those who wait for a change are served. */
    @WithDefault("500ms")
    Duration feedEvery();

    /** How many clusters are looked at at the same time. */
    @WithDefault("32")
    int looksAtOnce();
}
