package io.convoy.execution;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/** A connection that one thread keeps for itself, and that does not come back to the pool with what was set on it. */
final class OwnConnection {

    private static final Logger LOG = Logger.getLogger(OwnConnection.class);

    /** A database that says nothing for so long is gone, even where no packet says so. */
    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(5);

    private OwnConnection() {}

    static Connection of(DataSource database) throws SQLException {
        Connection connection = database.getConnection();
        connection.setNetworkTimeout(Runnable::run, (int) LONGEST_ANSWER.toMillis());
        return connection;
    }

    static void end(Connection connection) {
        try (connection) {
            connection.abort(Runnable::run);
        } catch (SQLException e) {
            LOG.debugf("A connection did not end: %s", e.getMessage());
        }
    }
}
