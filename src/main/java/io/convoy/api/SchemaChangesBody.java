package io.convoy.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The answer that schema changes are allowed.
 *
 * @param asOf when the cluster was last looked at
 * @param ttlSeconds how long after {@code asOf} this may be relied on
 */
public record SchemaChangesBody(
        String cluster,
        boolean allowed,
        String reason,
        long version,
        @Nullable Instant asOf,
        long ttlSeconds) {}
