package io.convoy.hooks;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Settings of freezes, permits and webhooks. References to secrets are texts here, because the library would repeat in its message
 * what it cannot convert, which may be the secret: {@link ConfiguredReference} reads them.
 */
@ConfigMapping(prefix = "convoy.hooks")
interface HooksConfig {

    /** What is told to those who ask for a schema change during a freeze: ask again after this. */
    @WithDefault("30s")
    Duration retryAfter();

    /** How long a webhook may take to answer, from the connection to the last byte. */
    @WithDefault("10s")
    Duration webhookTimeout();

    /** What CloudEvents name as their source; another one for each Convoy where a receiver hears several. */
    @WithDefault("urn:convoy")
    URI source();

    /** The keys that sign to a receiver for which no secret of its own is named. */
    Optional<String> secret();

    /** Who is told of events, besides those whom the program names. */
    List<Subscriber> subscribers();

    /** One of them, as {@link HookSubscription} has it. */
    interface Subscriber {

        String url();

        @WithDefault("*")
        List<String> events();

        Optional<String> secret();
    }
}
