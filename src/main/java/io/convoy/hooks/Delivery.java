package io.convoy.hooks;

import io.convoy.base.RunId;
import io.convoy.base.StepId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One message that was sent to a customer's automation, or was about to be.
 *
 * @param number counts deliveries of all receivers, in the order in which they were begun
 * @param message the id that the receiver knows it by, the same in every attempt
 * @param subject the cluster or wave that it is about
 * @param receiver the reference to its URL
 * @param attempt one-based; counts how often this message has been sent to this receiver
 * @param end empty while no answer is there, and for good where Convoy's process died before it was written down: the
 *     message may or may not have arrived, and is sent again
 */
public record Delivery(
        long number,
        String message,
        String type,
        String subject,
        String receiver,
        Optional<RunId> run,
        Optional<StepId> step,
        int attempt,
        Instant sentAt,
        Optional<End> end) {

    /** What was made of the answer. */
    public enum Verdict {
        AGREED,
        NOT_YET,
        REFUSED,
        FAILED
    }

    /**
     * What came back.
     *
     * @param status of HTTP; empty where there was no answer
     * @param said in the receiver's words, shortened, or why there was no answer that could be understood
     */
    public record End(Duration took, Optional<Integer> status, Verdict verdict, String said) {

        static End of(Duration took, WebhookAnswer answer) {
            if (answer instanceof WebhookAnswer.Agreed agreed) {
                return new End(took, Optional.of(agreed.status()), Verdict.AGREED, "");
            }
            if (answer instanceof WebhookAnswer.NotYet notYet) {
                return new End(took, Optional.of(notYet.status()), Verdict.NOT_YET, notYet.reason());
            }
            if (answer instanceof WebhookAnswer.Refused refused) {
                return new End(took, Optional.of(refused.status()), Verdict.REFUSED, refused.said());
            }
            WebhookAnswer.Failed failed = (WebhookAnswer.Failed) answer;
            return new End(took, failed.status(), Verdict.FAILED, failed.reason());
        }
    }
}
