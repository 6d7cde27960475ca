package io.convoy.lab;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waiting for other processes, which is what a lab does; the rest of Convoy waits for triggers instead. */
final class Pause {

    private static final long LOOK_AGAIN_MILLIS = 200;

    private Pause() {}

    static void millis(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /** False when the condition does not come true within the limit. */
    static boolean until(Duration limit, BooleanSupplier condition) {
        long deadline = System.nanoTime() + limit.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            millis(LOOK_AGAIN_MILLIS);
        }
        return true;
    }

    static LabException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new LabException("Interrupted while waiting for the lab", e);
    }
}
