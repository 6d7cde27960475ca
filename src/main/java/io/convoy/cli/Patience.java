package io.convoy.cli;

import java.time.Duration;

/** The pause between two looks of a command that waits for something. */
final class Patience {

    private Patience() {}

    static void pause(Duration length) {
        try {
            Thread.sleep(length.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting", e);
        }
    }
}
