package io.convoy.cassandra;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How rebuilds go. */
@ConfigMapping(prefix = "convoy.cassandra.rebuild")
interface RebuildConfig {

    /** How many ranges a node streams in one call: what is lost when the call fails. */
    @WithDefault("64")
    int rangesPerCall();

    /** After how long without a byte somebody must look. */
    @WithDefault("10m")
    Duration stall();

    default RebuildSettings settings() {
        return new RebuildSettings(
                rangesPerCall(), stall(), RebuildSettings.USUAL.budget(), RebuildSettings.USUAL.failures());
    }
}
