package io.convoy.cli;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A hot standby of a {@link TestPostgres}, which answers no commit before the standby has it on its disk.
 *
 * <p>It begins as a copy of the primary's files, for the library brings no {@code pg_basebackup}.
 */
final class TestStandby implements AutoCloseable {

    private static final String CONFIGURATION = """
            port = %d
            listen_addresses = '127.0.0.1'
            unix_socket_directories = ''
            wal_retrieve_retry_interval = '100ms'
            primary_conninfo = 'host=127.0.0.1 port=%d user=postgres'
            """;

    private final int port = DemoPlace.freePort();
    private final PostgresControl primary;
    private final PostgresControl control;

    TestStandby(TestPostgres primary, Path directory) throws IOException, SQLException {
        this.primary = primary.control();
        this.control = this.primary.of(directory);
        int primaryPort = this.primary.port();
        this.primary.pgCtl("-m", "fast", "stop");
        // PostgreSQL wants its files to be nobody else's: cp keeps their modes.
        TestCommand.run(List.of("cp", "-a", this.primary.data().toString(), directory.toString()));
        Files.createFile(directory.resolve("standby.signal"));
        Files.writeString(
                directory.resolve("postgresql.auto.conf"),
                CONFIGURATION.formatted(port, primaryPort),
                StandardOpenOption.APPEND);
        primary.startAgain();
        control.pgCtl("start");
        makeSynchronous(primary);
    }

    private static void makeSynchronous(TestPostgres primary) throws SQLException {
        try (Connection connection = primary.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("alter system set synchronous_standby_names = '*'");
            statement.execute("select pg_reload_conf()");
            await("a synchronous standby")
                    .atMost(Duration.ofSeconds(30))
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> isSynchronous(statement));
        }
    }

    private static boolean isSynchronous(Statement statement) throws SQLException {
        try (ResultSet standbys = statement.executeQuery(
                "select 1 from pg_stat_replication where state = 'streaming' and sync_state = 'sync'")) {
            return standbys.next();
        }
    }

    /** What a Convoy has to know to use whichever of the two is the primary. */
    Map<String, String> environmentOfBoth() throws IOException {
        return TestPostgres.environment("jdbc:postgresql://127.0.0.1:" + primary.port() + ",127.0.0.1:" + port
                + "/postgres?targetServerType=primary");
    }

    /** From now on it is the primary. */
    void promote() throws IOException {
        control.pgCtl("promote");
    }

    /** Whether it runs or has died. */
    void restart() throws IOException {
        control.pgCtl("-m", "immediate", "restart");
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/postgres", "postgres", "postgres");
    }

    PostgresControl control() {
        return control;
    }

    @Override
    public void close() throws IOException {
        if (control.isRunning()) {
            control.pgCtl("-m", "immediate", "stop");
        }
    }
}
