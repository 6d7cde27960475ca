package io.convoy.hooks;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Tells one receiver of one event, with the intent on record before and the outcome after. A process that dies between leaves a
 * delivery without an end, and whoever goes on sends the event again under the same id.
 */
@ApplicationScoped
class HookCaller {

    private final HookPost post;
    private final DeliveryLog log;
    private final Clock clock;

    HookCaller(HookPost post, DeliveryLog log, Clock clock) {
        this.post = post;
        this.log = log;
        this.clock = clock;
    }

    /** How a reply at a time is understood. */
    interface Reader {
        WebhookAnswer read(HookReply reply, Instant now);
    }

    WebhookAnswer tell(HookReceiver receiver, HookEvent event, Reader reader) {
        Delivery delivery = log.begin(receiver, event, clock.instant());
        HookReply reply = post.send(receiver, event);
        Instant now = clock.instant();
        WebhookAnswer answer = reader.read(reply, now);
        log.end(delivery, Delivery.End.of(Duration.between(delivery.sentAt(), now), answer));
        return answer;
    }
}
