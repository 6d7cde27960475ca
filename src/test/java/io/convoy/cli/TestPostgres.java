package io.convoy.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;

/** A PostgreSQL apart from every Convoy, as durable as the one that Convoy brings along; it can be killed and started again. */
final class TestPostgres implements AutoCloseable {

    private final DemoPlace place;
    private final int port = DemoPlace.freePort();
    private OwnPostgres postgres;

    TestPostgres(DemoPlace place) {
        this.place = place;
        place.forgetServer();
        this.postgres = OwnPostgres.start(place.home(), port);
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
        String pid = Files.readAllLines(place.home().database().resolve("postmaster.pid"))
                .get(0)
                .strip();
        ProcessHandle postmaster = ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
        postmaster.destroyForcibly();
        postmaster.onExit().join();
    }

    void startAgain() {
        postgres = OwnPostgres.start(place.home(), port);
    }

    @Override
    public void close() {
        postgres.close();
    }
}
