package io.convoy.cli;

import io.quarkus.runtime.Quarkus;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Runs the server in this process until it is told to stop. */
@Command(
        name = "up",
        description = "Run the server on 127.0.0.1:CONVOY_PORT (8080), its data under CONVOY_HOME (.convoy).",
        footer = {
            "",
            "With nothing configured it brings its own PostgreSQL. With QUARKUS_DATASOURCE_JDBC_URL (and _USERNAME,",
            "_PASSWORD) it uses that server, and any number of Convoys can share it.",
            "GET /q/health/ready answers 200 when it is ready."
        })
final class UpCommand implements Callable<Integer> {

    private static final String JDBC_URL = "quarkus.datasource.jdbc.url";

    @Override
    public Integer call() {
        Map<String, String> environment = System.getenv();
        ConvoyHome home = ConvoyHome.of(environment);
        Optional.ofNullable(environment.get("CONVOY_PORT"))
                .ifPresent(port -> System.setProperty("quarkus.http.port", port));
        System.setProperty("convoy.home", home.directory().toString());
        if (environment.containsKey("QUARKUS_DATASOURCE_JDBC_URL") || System.getProperty(JDBC_URL) != null) {
            Quarkus.run();
            return 0;
        }
        runWithOwnPostgres(home);
        return 0;
    }

    /** PostgreSQL stops last, when Quarkus and with it Quartz have signed off. */
    @SuppressWarnings("try") // the lock is held, not used
    private static void runWithOwnPostgres(ConvoyHome home) {
        try (HomeLock lock = HomeLock.take(home);
                OwnPostgres postgres = OwnPostgres.start(home)) {
            System.setProperty(JDBC_URL, postgres.jdbcUrl());
            System.setProperty("quarkus.datasource.username", "postgres");
            System.setProperty("quarkus.datasource.password", "postgres");
            Quarkus.run();
            Quarkus.waitForExit();
        }
    }
}
