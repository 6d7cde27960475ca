package io.convoy.hooks;

import com.fasterxml.jackson.databind.JsonNode;
import io.convoy.hooks.HookReply.Answered;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** When a receiver wants to be asked again: {@code retryAfter} of its body, or else the header of RFC 9110. */
final class RetryAfter {

    static final Duration SHORTEST = Duration.ofSeconds(1);
    static final Duration LONGEST = Duration.ofHours(1);

    private RetryAfter() {}

    /** Within {@link #SHORTEST} and {@link #LONGEST}; empty where it says nothing that can be understood. */
    static Optional<Duration> of(Answered reply, Optional<JsonNode> body, Instant now) {
        return body.map(answer -> answer.path("retryAfter").asText(""))
                .flatMap(text -> wait(text, now))
                .or(() -> reply.retryAfter().flatMap(text -> wait(text, now)))
                .map(RetryAfter::bounded);
    }

    private static Optional<Duration> wait(String text, Instant now) {
        try {
            if (text.matches("\\d{1,9}")) {
                return Optional.of(Duration.ofSeconds(Long.parseLong(text)));
            }
            return Optional.of(text.startsWith("P") ? Duration.parse(text) : until(text, now));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Duration until(String date, Instant now) {
        return Duration.between(now, ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME));
    }

    private static Duration bounded(Duration wished) {
        Duration atLeast = wished.compareTo(SHORTEST) < 0 ? SHORTEST : wished;
        return atLeast.compareTo(LONGEST) > 0 ? LONGEST : atLeast;
    }
}
