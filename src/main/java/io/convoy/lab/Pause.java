package io.convoy.lab;

/** Waiting for other processes, which is what a lab does; the rest of Convoy waits for triggers instead. */
final class Pause {

    private Pause() {}

    static void millis(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    static LabException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new LabException("Interrupted while waiting for the lab", e);
    }
}
