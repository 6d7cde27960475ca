package io.convoy.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A PostgreSQL apart from every Convoy, as durable as the one that Convoy brings along; it can be killed and started again. */
final class TestPostgres implements AutoCloseable {

    private final DemoPlace place;
    private final OwnPostgres postgres;
    private final Path controller;

    TestPostgres(DemoPlace place) throws IOException {
        this.place = place;
        place.forgetServer();
        this.postgres = OwnPostgres.start(place.home());
        this.controller = controller(process());
    }

    /** Beside the program that runs: the library unpacks it where the first PostgreSQL of a JVM was started. */
    private static Path controller(ProcessHandle postmaster) {
        return Path.of(postmaster.info().command().orElseThrow()).resolveSibling("pg_ctl");
    }

    /** What a Convoy has to know to use it. */
    Map<String, String> environment() {
        return Map.of(
                "QUARKUS_DATASOURCE_JDBC_URL", postgres.jdbcUrl(),
                "QUARKUS_DATASOURCE_USERNAME", "postgres",
                "QUARKUS_DATASOURCE_PASSWORD", "postgres");
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(postgres.jdbcUrl(), "postgres", "postgres");
    }

    /** As a power cut would end it: without a word to anybody. */
    void kill() throws IOException {
        ProcessHandle postmaster = process();
        postmaster.destroyForcibly();
        postmaster.onExit().join();
    }

    ProcessHandle process() throws IOException {
        String pid = Files.readAllLines(place.home().database().resolve("postmaster.pid"))
                .get(0)
                .strip();
        return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    }

    /** Recovers and goes on where it was, on the same port: {@code pg_ctl} finds in the data how it was started. */
    void startAgain() throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        if (System.getProperty("user.name").equals("root")) {
            // PostgreSQL refuses to run as root.
            command.addAll(List.of("unshare", "-U"));
        }
        command.addAll(
                List.of(controller.toString(), "-D", place.home().database().toString(), "-w", "-l", log(), "restart"));
        int exit = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        if (exit != 0) {
            throw new IOException("PostgreSQL did not start again; its log is " + log());
        }
    }

    private String log() {
        return place.directory().resolve("postgresql.log").toString();
    }

    @Override
    public void close() {
        postgres.close();
    }
}
