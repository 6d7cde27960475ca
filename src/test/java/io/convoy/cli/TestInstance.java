package io.convoy.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** One of several Convoys that share a PostgreSQL, as a process that tests kill, stop and wake. */
final class TestInstance implements AutoCloseable {

    private final DemoPlace place;
    private final Map<String, String> environment;
    private final int port = DemoPlace.freePort();
    private DemoServer server;

    TestInstance(Path directory, Map<String, String> environment) {
        this.place = new DemoPlace(directory);
        this.environment = environment;
        this.server = DemoServer.start(place, port, environment);
    }

    ConvoyClient client() {
        return server.client();
    }

    /** The beginning of its name in the table of instances: pid@host. */
    String name() {
        return server.pid() + "@";
    }

    ProcessHandle process() {
        return ProcessHandle.of(server.pid()).orElseThrow();
    }

    void kill() {
        ProcessHandle process = process();
        process.destroyForcibly();
        process.onExit().join();
        server.close();
    }

    void startAgain() {
        server = DemoServer.start(place, port, environment);
    }

    void stop() {
        signal("STOP");
    }

    void wake() {
        signal("CONT");
    }

    String log() {
        try {
            return Files.readString(place.serverLog());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void signal(String signal) {
        try {
            new ProcessBuilder("kill", "-" + signal, Long.toString(server.pid()))
                    .inheritIO()
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        wake();
        server.close();
    }
}
