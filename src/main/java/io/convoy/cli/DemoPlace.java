package io.convoy.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** Where a demo keeps its things: a home of its own, made anew each time. */
record DemoPlace(Path directory) {

    static DemoPlace of(ConvoyHome home) {
        return new DemoPlace(home.directory().resolve("demo"));
    }

    Path lab() {
        return directory.resolve("lab");
    }

    ConvoyHome home() {
        return new ConvoyHome(directory.resolve("home"));
    }

    Path plans() {
        return directory.resolve("changeplans");
    }

    Path serverLog() {
        return directory.resolve("convoy.log");
    }

    /** Forgets the server's data of an earlier demo; the lab clears its own. */
    @SuppressWarnings("try") // the lock is held, not used
    void forgetServer() {
        Path home = home().directory();
        delete(serverLog());
        if (!Files.exists(home)) {
            return;
        }
        try (HomeLock lock = HomeLock.take(home())) {
            PostgresLeftover.endIn(home().database());
        } catch (IOException e) {
            throw new UncheckedIOException("An earlier demo's PostgreSQL did not end", e);
        }
        try (Stream<Path> files = Files.walk(home)) {
            files.sorted(Comparator.reverseOrder()).forEach(DemoPlace::delete);
        } catch (IOException e) {
            throw new UncheckedIOException("An earlier demo's data cannot be deleted: " + home, e);
        }
    }

    private static void delete(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot delete " + path, e);
        }
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("No free port on loopback", e);
        }
    }
}
