package io.convoy.api;

import io.convoy.base.Refusal;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What is asked for with a permit.
 *
 * @param ttl PT10S to PT1H, also written 10s, 5m
 * @param purpose what for, at most 200 characters; a renewal needs none
 */
public record PermitRequest(@Nullable String ttl, @Nullable String purpose) {

    Duration timeToLive() {
        if (ttl == null) {
            throw Refusal.invalidAt("/ttl", "ttl is missing: say for how long, as in PT60S");
        }
        return Durations.parse(ttl, "/ttl");
    }

    String purposeOrEmpty() {
        return purpose == null ? "" : purpose;
    }
}
