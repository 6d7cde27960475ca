package io.convoy.kafka;

import java.util.Collection;
import java.util.List;

/**
 * How far the removal of a throttle has come.
 *
 * @param standing what was read back and is still set
 * @param down brokers that keep a rate which nothing is subject to any more, until they are back
 */
record Lifting(Collection<ThrottleSetting> standing, List<String> down) {

    static final Lifting NOTHING = new Lifting(List.of(), List.of());

    Lifting {
        standing = List.copyOf(standing);
        down = List.copyOf(down);
    }

    /** Whether nothing is slowed down by it any more. */
    boolean isDone() {
        return standing.isEmpty();
    }

    String describe() {
        if (!isDone()) {
            return "the throttle is being removed: " + Objection.names(standing);
        }
        return down.isEmpty()
                ? "no throttle of this move is left"
                : "no replica is throttled; broker " + Objection.names(down)
                        + " is down, and Convoy removes its rate when it is back";
    }
}
