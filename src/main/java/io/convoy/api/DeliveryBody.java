package io.convoy.api;

import io.convoy.base.StepId;
import io.convoy.hooks.Delivery;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One message to a customer's automation.
 *
 * @param number grows with each delivery; {@code after=} takes it
 * @param message the header {@code webhook-id}, the same in every attempt
 * @param receiver the reference to its URL, never the URL
 * @param verdict AGREED, NOT_YET, REFUSED or FAILED; absent while no answer is there, and for good where Convoy's process died
 *     before it was written down
 * @param status of HTTP; absent where there was no answer
 * @param said what it answered, or why there was no answer; shortened
 */
public record DeliveryBody(
        long number,
        String message,
        String type,
        String subject,
        Optional<String> step,
        String receiver,
        int attempt,
        Instant sentAt,
        Optional<Duration> took,
        Optional<String> verdict,
        Optional<Integer> status,
        String said) {

    static DeliveryBody of(Delivery delivery) {
        Optional<Delivery.End> end = delivery.end();
        return new DeliveryBody(
                delivery.number(),
                delivery.message(),
                delivery.type(),
                delivery.subject(),
                delivery.step().map(StepId::value),
                delivery.receiver(),
                delivery.attempt(),
                delivery.sentAt(),
                end.map(Delivery.End::took),
                end.map(known -> known.verdict().name()),
                end.flatMap(Delivery.End::status),
                end.map(Delivery.End::said).orElse(""));
    }
}
