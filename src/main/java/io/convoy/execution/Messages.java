package io.convoy.execution;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Tells every instance, this one too, something at the very moment at which the caller's transaction commits, or never. */
@Singleton
class Messages {

    private static final String NOTIFY = "select pg_notify('" + Message.CHANNEL + "', ?)";

    private final DataSource database;

    Messages(DataSource database) {
        this.database = database;
    }

    void send(Message message) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(NOTIFY)) {
            statement.setString(1, message.name());
            statement.execute();
        } catch (SQLException e) {
            throw new IllegalStateException("The other instances cannot be told", e);
        }
    }
}
