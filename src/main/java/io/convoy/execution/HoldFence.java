package io.convoy.execution;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/**
 * Keeps holds and the beginnings of steps from passing each other unseen: without it a step could begin in a transaction that
 * read the holds just before one more was committed.
 */
@ApplicationScoped
public class HoldFence {

    /** Any number that nobody else locks in this database. */
    private static final long KEY = 0x636f6e766f79L;

    private final DataSource database;

    HoldFence(DataSource database) {
        this.database = database;
    }

    /** Called before a hold is written: waits for steps that are beginning, and lets none begin until the hold is committed. */
    @Transactional(TxType.MANDATORY)
    public void beforeHold() {
        lock("pg_advisory_xact_lock");
    }

    /** Called before the holds are read for a step: waits for holds that are being committed. */
    void beforeStep() {
        lock("pg_advisory_xact_lock_shared");
    }

    private void lock(String function) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("select " + function + "(" + KEY + ")");
        } catch (SQLException e) {
            throw new IllegalStateException("Holds and steps cannot be kept apart", e);
        }
    }
}
