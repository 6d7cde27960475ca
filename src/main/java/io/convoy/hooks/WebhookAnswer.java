package io.convoy.hooks;

/** What a customer's automation answered. */
public sealed interface WebhookAnswer {

    /** 200. */
    record Agreed() implements WebhookAnswer {}

    /** 202 or 425: it has heard, and wants to be asked again. */
    record NotYet(int status) implements WebhookAnswer {}

    /** Any other status, or no answer at all. */
    record Failed(String reason) implements WebhookAnswer {}
}
