package io.convoy.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Keeps two servers from sharing one {@code CONVOY_HOME}; the system gives it back when the process dies, however it dies. */
final class HomeLock implements AutoCloseable {

    private final FileChannel file;

    private HomeLock(FileChannel file) {
        this.file = file;
    }

    static HomeLock take(ConvoyHome home) {
        Path path = home.made().directory().resolve("lock");
        try {
            FileChannel file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = tryLock(file);
            if (lock == null) {
                file.close();
                throw new IllegalStateException("Another Convoy runs with CONVOY_HOME=" + home.directory()
                        + ": stop it, or choose another CONVOY_HOME");
            }
            return new HomeLock(file);
        } catch (IOException e) {
            throw new UncheckedIOException("CONVOY_HOME cannot be locked: " + path, e);
        }
    }

    private static @org.jspecify.annotations.Nullable FileLock tryLock(FileChannel file) throws IOException {
        try {
            return file.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException("The lock of CONVOY_HOME did not close", e);
        }
    }
}
