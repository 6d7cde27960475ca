package io.convoy.cli;

import io.quarkus.runtime.Quarkus;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
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

    private static final Duration LONGEST_SIGN_OFF = Duration.ofSeconds(30);
    private static final String JDBC_URL = "quarkus.datasource.jdbc.url";

    @Override
    public Integer call() {
        Map<String, String> environment = System.getenv();
        ConvoyHome home = ConvoyHome.of(environment);
        Optional.ofNullable(environment.get("CONVOY_PORT"))
                .ifPresent(port -> System.setProperty("quarkus.http.port", port));
        System.setProperty("convoy.home", home.directory().toString());
        if (environment.containsKey("QUARKUS_DATASOURCE_JDBC_URL") || System.getProperty(JDBC_URL) != null) {
            return serve(new CountDownLatch(1));
        }
        return serveWithOwnPostgres(home);
    }

    /** PostgreSQL stops last, when Quarkus and with it Quartz have signed off. */
    private static int serveWithOwnPostgres(ConvoyHome home) {
        HomeLock lock = HomeLock.take(home);
        OwnPostgres postgres = OwnPostgres.start(home);
        CountDownLatch signedOff = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stopAfter(signedOff, postgres, lock), "postgresql-stop"));
        System.setProperty(JDBC_URL, postgres.jdbcUrl());
        System.setProperty("quarkus.datasource.username", "postgres");
        System.setProperty("quarkus.datasource.password", "postgres");
        return serve(signedOff);
    }

    /** Returns when the server has stopped, whatever made it stop; Quarkus' own handler would call System.exit here. */
    private static int serve(CountDownLatch signedOff) {
        AtomicInteger exitCode = new AtomicInteger();
        try {
            Quarkus.run(null, (code, failure) -> exitCode.set(code));
        } finally {
            signedOff.countDown();
        }
        return exitCode.get();
    }

    private static void stopAfter(CountDownLatch signedOff, OwnPostgres postgres, HomeLock lock) {
        try {
            signedOff.await(LONGEST_SIGN_OFF.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        postgres.close();
        lock.close();
    }
}
