package io.convoy.hooks;

import java.time.Duration;

/**
 * Whether tables of a cluster may be dropped, truncated or altered.
 *
 * @param reason why not; empty where they may
 * @param retryAfter when to ask again; zero where they may
 */
public record SchemaPermission(boolean allowed, String reason, Duration retryAfter) {

    public static final SchemaPermission ALLOWED = new SchemaPermission(true, "", Duration.ZERO);

    public static SchemaPermission refused(String reason, Duration retryAfter) {
        return new SchemaPermission(false, reason, retryAfter);
    }
}
