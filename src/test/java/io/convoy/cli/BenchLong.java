package io.convoy.cli;

import java.time.Duration;

/** A look that is under way when its process is killed. */
final class BenchLong {

    private BenchLong() {}

    /** A negative period means: never come back. */
    static void hangIfLong(Duration period) throws InterruptedException {
        if (period.isNegative()) {
            Thread.sleep(Duration.ofHours(1).toMillis());
        }
    }
}
