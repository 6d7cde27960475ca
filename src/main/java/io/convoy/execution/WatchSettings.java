package io.convoy.execution;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How clusters in runs are watched for what somebody else does to them. */
@ConfigMapping(prefix = "convoy.execution.watch")
interface WatchSettings {

    /** Time between two looks at a cluster. */
    @WithDefault("1m")
    Duration every();

    /** Time before a look at what was seen for the first time, and the shortest between two looks. */
    @WithDefault("10s")
    Duration again();

    /** What a look finds out later than this is not believed. */
    @WithDefault("20s")
    Duration longest();

    /** Looks that this instance takes at the same time. */
    @WithDefault("16")
    int looksAtOnce();
}
