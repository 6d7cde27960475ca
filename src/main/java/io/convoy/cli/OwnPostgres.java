package io.convoy.cli;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;

/**
 * The PostgreSQL that a server brings along when no other is configured: under {@code CONVOY_HOME}, on loopback, durable.
 *
 * <p>It outlives a {@code kill -9} of Convoy; the next start finds it by its own {@code postmaster.pid} and takes it over.
 */
final class OwnPostgres implements AutoCloseable {

    private static final Duration LONGEST_START = Duration.ofSeconds(60);

    private final EmbeddedPostgres postgres;

    private OwnPostgres(EmbeddedPostgres postgres) {
        this.postgres = postgres;
    }

    static OwnPostgres start(ConvoyHome home) {
        try {
            Path data = home.made().database();
            PostgresLeftover.endIn(data);
            return new OwnPostgres(EmbeddedPostgres.builder()
                    .setDataDirectory(data)
                    .setOverrideWorkingDirectory(
                            home.directory().resolve("postgresql-binaries").toFile())
                    .setCleanDataDirectory(false)
                    // The library starts PostgreSQL with both off, for tests; a promise to a cluster must survive a
                    // crash.
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    .setServerConfig("max_connections", "100")
                    // Its own hook would stop PostgreSQL before Quarkus and Quartz have said goodbye.
                    .setRegisterShutdownHook(false)
                    .setPGStartupWait(LONGEST_START)
                    .setPort(freePort())
                    .start());
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "PostgreSQL did not start under " + home.database() + "; its log is above. Or name another one with"
                            + " QUARKUS_DATASOURCE_JDBC_URL",
                    e);
        }
    }

    String jdbcUrl() {
        return postgres.getJdbcUrl("postgres", "postgres");
    }

    @Override
    public void close() {
        try {
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL did not stop; the next start will find it", e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
