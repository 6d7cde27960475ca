package io.convoy.program;

import java.time.Duration;
import java.time.Instant;

/** A stretch of time; {@code to} is no more in it. */
public record Span(Instant from, Instant to) {

    boolean holds(Instant instant) {
        return !instant.isBefore(from) && instant.isBefore(to);
    }

    Duration length() {
        return Duration.between(from, to);
    }

    boolean isEmpty() {
        return !from.isBefore(to);
    }
}
