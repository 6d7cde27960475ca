package io.convoy.hooks;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How far a subscriber is behind.
 *
 * @param receiver the reference to its URL
 * @param position the number of the last audit entry that it was told of, or that is no news to it; absent until Convoy has first
 *     seen it
 * @param backlog events that it has yet to be told, counted to {@link #MOST_COUNTED}
 * @param oldest when the first of them happened
 * @param attempts that failed since it last took an event
 * @param reason why the last one failed; empty where none did
 * @param due when it is told next, where something waits
 */
public record SubscriberReport(
        String receiver,
        List<String> events,
        Optional<Long> position,
        int backlog,
        Optional<Instant> oldest,
        int attempts,
        String reason,
        Optional<Instant> due,
        Optional<Instant> deliveredAt) {

    public static final int MOST_COUNTED = 1000;

    public SubscriberReport {
        events = List.copyOf(events);
    }
}
