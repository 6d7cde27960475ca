package io.convoy.execution;

import java.time.Duration;
import java.util.Optional;

/**
 * When a failed attempt is made again: exponential backoff, capped.
 *
 * @param attempts how many there are in all before somebody must look
 */
public record RetryPolicy(int attempts, Duration first, double factor, Duration longest) {

    /** How long to wait after attempt number {@code attempt} (one-based) failed; empty when it was the last. */
    public Optional<Duration> after(int attempt) {
        if (attempt >= attempts) {
            return Optional.empty();
        }
        double millis = first.toMillis() * Math.pow(factor, attempt - 1.0);
        return Optional.of(Duration.ofMillis((long) Math.min(millis, (double) longest.toMillis())));
    }
}
