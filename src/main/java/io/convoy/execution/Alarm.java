package io.convoy.execution;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Wakes a thread before its time; however often it rang meanwhile, the thread wakes once. */
final class Alarm {

    private final Semaphore rung = new Semaphore(0);

    void ring() {
        rung.release();
    }

    /** Returns when it rings, when it has rung since the last time, or when the time is over. */
    void await(Duration longest) throws InterruptedException {
        boolean woken = rung.tryAcquire(Math.max(0, longest.toNanos()), TimeUnit.NANOSECONDS);
        if (woken) {
            rung.drainPermits();
        }
    }
}
