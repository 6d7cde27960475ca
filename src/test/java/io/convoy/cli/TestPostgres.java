package io.convoy.cli;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;

/** A PostgreSQL apart from every Convoy, as durable as the one that Convoy brings along; it can be killed and started again. */
final class TestPostgres implements AutoCloseable {

    private final OwnPostgres postgres;
    private final PostgresControl control;

    TestPostgres(DemoPlace place) throws IOException {
        place.forgetServer();
        this.postgres = OwnPostgres.start(place.home());
        this.control = PostgresControl.ofRunning(place.home().database());
    }

    /** What a Convoy has to know to use it. */
    Map<String, String> environment() {
        return environment(postgres.jdbcUrl());
    }

    static Map<String, String> environment(String jdbcUrl) {
        return Map.of(
                "QUARKUS_DATASOURCE_JDBC_URL", jdbcUrl,
                "QUARKUS_DATASOURCE_USERNAME", "postgres",
                "QUARKUS_DATASOURCE_PASSWORD", "postgres");
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(postgres.jdbcUrl(), "postgres", "postgres");
    }

    PostgresControl control() {
        return control;
    }

    /** As a power cut would end it: without a word to anybody. */
    void kill() throws IOException {
        control.kill();
    }

    ProcessHandle process() throws IOException {
        return control.process();
    }

    /** Recovers and goes on where it was, on the same port: {@code pg_ctl} finds in the data how it was started. */
    void startAgain() throws IOException {
        control.pgCtl("restart");
    }

    @Override
    public void close() throws IOException {
        if (control.isRunning()) {
            postgres.close();
        }
    }
}
