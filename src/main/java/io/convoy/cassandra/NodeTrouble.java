package io.convoy.cassandra;

import java.time.Duration;
import java.time.Instant;

/**
 * A node whose last calls failed, one after the other.
 *
 * @param again before then nothing new is tried on it: gossip needs some 20 seconds to see that a source is down
 */
record NodeTrouble(int failures, Instant again, String cause) {

    private static final Duration FIRST = Duration.ofSeconds(2);
    private static final int MOST_DOUBLINGS = 5;

    static final NodeTrouble NONE = new NodeTrouble(0, Instant.EPOCH, "");

    NodeTrouble and(String why, Instant now) {
        Duration pause = FIRST.multipliedBy(1L << Math.min(failures, MOST_DOUBLINGS));
        return new NodeTrouble(failures + 1, now.plus(pause), why);
    }

    String text() {
        return failures + "|" + again.toEpochMilli() + "|" + cause;
    }

    static NodeTrouble parse(String text) {
        String[] words = text.split("\\|", 3);
        return new NodeTrouble(Integer.parseInt(words[0]), Instant.ofEpochMilli(Long.parseLong(words[1])), words[2]);
    }
}
