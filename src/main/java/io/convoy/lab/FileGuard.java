package io.convoy.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Exclusive right to one file or directory, among threads and among processes. The operating system gives it back when its
 * holder dies. The lock itself lives in a hidden file beside, so that the guarded thing may be deleted.
 */
final class FileGuard {

    // The operating system's lock belongs to the process, so threads need one of their own.
    private static final ConcurrentMap<Path, ReentrantLock> AMONG_THREADS = new ConcurrentHashMap<>();

    private FileGuard() {}

    /** Waits until the right is free, then works; the work must not ask for the same right. */
    static <T> T holding(Path guarded, Supplier<T> work) {
        Path file = guarded.toAbsolutePath().normalize();
        ReentrantLock lock = AMONG_THREADS.computeIfAbsent(file, unused -> new ReentrantLock());
        if (lock.isHeldByCurrentThread()) {
            throw new IllegalStateException("This thread already holds " + file);
        }
        lock.lock();
        try {
            return holdingAmongProcesses(file, work);
        } finally {
            lock.unlock();
        }
    }

    static void holding(Path guarded, Runnable work) {
        holding(guarded, () -> {
            work.run();
            return true;
        });
    }

    private static <T> T holdingAmongProcesses(Path file, Supplier<T> work) {
        try (FileChannel channel = open(file)) {
            channel.lock();
            return work.get();
        } catch (IOException e) {
            throw new UncheckedIOException("Could not lock " + file, e);
        }
    }

    private static FileChannel open(Path file) throws IOException {
        Files.createDirectories(file.resolveSibling("."));
        Path lockFile = file.resolveSibling("." + file.getFileName() + ".lock");
        return FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }
}
