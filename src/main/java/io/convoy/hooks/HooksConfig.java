package io.convoy.hooks;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of freezes, permits and webhooks. */
@ConfigMapping(prefix = "convoy.hooks")
interface HooksConfig {

    /** What is told to those who ask for a schema change during a freeze: ask again after this. */
    @WithDefault("30s")
    Duration retryAfter();

    /** How long a webhook may take to answer. */
    @WithDefault("10s")
    Duration webhookTimeout();
}
