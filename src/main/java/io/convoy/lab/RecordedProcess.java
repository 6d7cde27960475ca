package io.convoy.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A process as a file remembers it: its id alone would soon mean another process.
 *
 * @param startedAtMillis since the epoch, as the operating system tells it
 */
record RecordedProcess(long pid, long startedAtMillis) {

    // Each JVM computes start times from its own reading of the boot time, which moves when the clock is adjusted.
    private static final long TOLERANCE_MILLIS = 2_000;

    static RecordedProcess of(ProcessHandle process) {
        Instant started = process.info().startInstant().orElse(Instant.EPOCH);
        return new RecordedProcess(process.pid(), started.toEpochMilli());
    }

    static RecordedProcess current() {
        return of(ProcessHandle.current());
    }

    boolean isAlive() {
        return find().isPresent();
    }

    /** The very process, if it still runs. */
    Optional<ProcessHandle> find() {
        return living(pid).filter(this::isTheSame);
    }

    private boolean isTheSame(ProcessHandle process) {
        return Math.abs(of(process).startedAtMillis() - startedAtMillis) <= TOLERANCE_MILLIS;
    }

    /** A process that runs, or is frozen; a dead one that its parent has not collected yet does not count. */
    static Optional<ProcessHandle> living(long pid) {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(process -> !isUncollected(pid));
    }

    private static boolean isUncollected(long pid) {
        Path process = Path.of("/proc", Long.toString(pid));
        try (Stream<Path> threads = Files.list(process.resolve("task"))) {
            String status = Files.readString(process.resolve("stat"));
            char state = status.charAt(status.lastIndexOf(')') + 2);
            // The first thread may be gone while others still hold the process's ports.
            return (state == 'Z' || state == 'X') && threads.count() <= 1;
        } catch (IOException | UncheckedIOException e) {
            return false;
        }
    }
}
