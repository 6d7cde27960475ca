package io.convoy.execution;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How runs are carried out. */
@ConfigMapping(prefix = "convoy.execution")
public interface ExecutionSettings {

    /** Attempts at one step before the run needs attention. */
    @WithDefault("5")
    int attempts();

    /** Wait before the second attempt; it doubles with each further one. */
    @WithDefault("5s")
    Duration firstRetry();

    /** The longest wait between two attempts. */
    @WithDefault("5m")
    Duration longestRetry();

    /** Looks that this instance takes at the same time. */
    @WithDefault("16")
    int workers();

    /** An instance that has not been heard of for so long is dead to the others, which go on with its runs. */
    @WithDefault("2s")
    Duration lease();

    default RetryPolicy retryPolicy() {
        return new RetryPolicy(attempts(), firstRetry(), 2.0, longestRetry());
    }
}
