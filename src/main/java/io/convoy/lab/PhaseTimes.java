package io.convoy.lab;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.HdrHistogram.ConcurrentHistogram;

/** How long requests took during one named phase of a migration, and how many failed. */
final class PhaseTimes {

    private static final long LONGEST_MICROS = TimeUnit.MINUTES.toMicros(10);

    private final String name;
    private final ConcurrentHistogram micros = new ConcurrentHistogram(LONGEST_MICROS, 3);
    private final AtomicLong errors = new AtomicLong();

    PhaseTimes(String name) {
        this.name = name;
    }

    void took(long nanos) {
        micros.recordValue(Math.min(LONGEST_MICROS, TimeUnit.NANOSECONDS.toMicros(nanos)));
    }

    void failed(long nanos) {
        took(nanos);
        errors.incrementAndGet();
    }

    WitnessReport.Phase report() {
        return new WitnessReport.Phase(
                name,
                micros.getTotalCount(),
                errors.get(),
                millis(micros.getValueAtPercentile(50)),
                millis(micros.getValueAtPercentile(99)),
                millis(micros.getMaxValue()));
    }

    private static double millis(long micros) {
        return Math.round(micros / 100.0) / 10.0;
    }
}
