package io.convoy.hooks;

import java.time.Duration;
import java.util.Optional;

/** What a customer's automation answered. */
public sealed interface WebhookAnswer {

    /** Go on. */
    record Agreed(int status) implements WebhookAnswer {}

    /**
     * It has heard, and wants to be asked again.
     *
     * @param reason in its own words, shortened; may be empty
     * @param retryAfter when, as far as it said
     */
    record NotYet(int status, String reason, Optional<Duration> retryAfter) implements WebhookAnswer {}

    /**
     * Asking again would not help: a person must look.
     *
     * @param said in its own words, shortened; may be empty
     */
    record Refused(int status, String said) implements WebhookAnswer {}

    /**
     * No answer that can be understood, this time.
     *
     * @param status empty where there was no answer at all
     * @param reason in Convoy's words
     */
    record Failed(Optional<Integer> status, String reason) implements WebhookAnswer {}
}
