package io.convoy.hooks;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Tells a subscriber all that is due, one event after the other.
 *
 * <p>Each event arrives at least once, and none before the one that came before it: an event that is not taken holds up those
 * behind it. A process that dies after an event has arrived and before that is on record has it told again, under the same id.
 */
@ApplicationScoped
class EventCourier {

    private static final Logger LOG = Logger.getLogger(EventCourier.class);

    private final SubscriberBook book;
    private final HookCaller caller;

    EventCourier(SubscriberBook book, HookCaller caller) {
        this.book = book;
        this.caller = caller;
    }

    void deliver(HookSubscription subscription) {
        Optional<SubscriberBook.Claim> claim = book.claim(subscription);
        while (claim.isPresent()) {
            WebhookAnswer answer = tell(claim.get());
            boolean settled = book.settle(claim.get(), answer);
            claim = settled ? book.claim(subscription) : Optional.empty();
        }
    }

    private WebhookAnswer tell(SubscriberBook.Claim claim) {
        WebhookAnswer answer = new WebhookAnswer.Agreed(0);
        for (HookEvent event : claim.events()) {
            answer = caller.tell(claim.subscription().receiver(), event, AnswerReader::receipt);
            if (!(answer instanceof WebhookAnswer.Agreed)) {
                LOG.warnf(
                        "Subscriber %s did not take event %s; it is told again in a while, and what follows waits",
                        claim.subscription().url(), event.id());
                return answer;
            }
        }
        return answer;
    }
}
