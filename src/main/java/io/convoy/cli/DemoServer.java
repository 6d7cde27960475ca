package io.convoy.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A Convoy server as a process of its own, as an operator would run it. */
final class DemoServer implements AutoCloseable {

    private static final Duration LONGEST_START = Duration.ofMinutes(2);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(30);

    private final Process process;
    private final ConvoyClient client;
    private final URI url;
    private final Thread atExit = new Thread(this::end, "demo-server-end");

    private DemoServer(Process process, URI url) {
        this.process = process;
        this.url = url;
        this.client = new ConvoyClient(url, Optional.empty());
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    static DemoServer start(DemoPlace place, int port, Map<String, String> secrets) {
        ProcessBuilder command = new ProcessBuilder(List.of(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-XX:+UseSerialGC",
                        // It shares its cores with the servers that it moves, and lives for minutes.
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx384m",
                        "-Dconvoy.lab.directory=" + place.lab(),
                        "-jar",
                        jar().toString(),
                        "up"))
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(place.serverLog().toFile()));
        command.environment().put("CONVOY_PROVISION_ADAPTER", "lab");
        command.environment().put("CONVOY_HOME", place.home().directory().toString());
        command.environment().put("CONVOY_PORT", Integer.toString(port));
        command.environment().putAll(secrets);
        try {
            Files.createDirectories(place.directory());
            DemoServer server = new DemoServer(command.start(), URI.create("http://127.0.0.1:" + port));
            server.awaitReady(place.serverLog());
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException("Convoy's server did not start", e);
        }
    }

    /** The application that this very process runs. */
    private static Path jar() {
        return Path.of(System.getProperty(
                        "convoy.jar", System.getProperty("java.class.path").split(":", -1)[0]))
                .toAbsolutePath();
    }

    private void awaitReady(Path log) {
        long deadline = System.nanoTime() + LONGEST_START.toNanos();
        while (!client.isReady()) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                end();
                throw new IllegalStateException("Convoy's server is not ready; its log is " + log);
            }
            Patience.pause(Duration.ofMillis(200));
        }
    }

    ConvoyClient client() {
        return client;
    }

    URI url() {
        return url;
    }

    long pid() {
        return process.pid();
    }

    private void end() {
        process.destroy();
        try {
            if (!process.waitFor(LONGEST_STOP.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }

    @Override
    public void close() {
        end();
        Runtime.getRuntime().removeShutdownHook(atExit);
    }
}
