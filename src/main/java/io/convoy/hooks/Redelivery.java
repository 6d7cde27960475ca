package io.convoy.hooks;

import io.convoy.hooks.WebhookAnswer.Failed;
import io.convoy.hooks.WebhookAnswer.NotYet;
import io.convoy.hooks.WebhookAnswer.Refused;
import java.time.Duration;
import java.util.Optional;

/** When a subscriber that did not take an event is told again: for as long as it takes, ever less often. */
final class Redelivery {

    static final Duration FIRST = Duration.ofSeconds(5);
    static final Duration LONGEST = Duration.ofMinutes(5);

    private static final int DOUBLINGS = 10;

    private Redelivery() {}

    /** @param attempt one-based: the one that failed */
    static Duration after(int attempt, WebhookAnswer answer) {
        Optional<Duration> wished = answer instanceof NotYet notYet ? notYet.retryAfter() : Optional.empty();
        return wished.orElseGet(() -> backoff(attempt));
    }

    private static Duration backoff(int attempt) {
        Duration doubled = FIRST.multipliedBy(1L << Math.min(attempt - 1, DOUBLINGS));
        return doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
    }

    static String reason(WebhookAnswer answer) {
        if (answer instanceof Failed failed) {
            return failed.reason();
        }
        return answer instanceof Refused refused
                ? "it answered " + refused.status() + spoken(refused.said())
                : "it asks to be told later" + spoken(((NotYet) answer).reason());
    }

    private static String spoken(String said) {
        return said.isEmpty() ? "" : ": " + said;
    }
}
