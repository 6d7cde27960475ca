package io.convoy.audit;

import io.convoy.base.Actor;
import io.convoy.base.Digest;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** The tables of the audit log, within the transaction of the caller. */
@ApplicationScoped
class AuditTable {

    private static final String HEAD = "select sequence, hash from audit_head";

    private static final String LOCK_HEAD = HEAD + " for update";

    private static final String MOVE_HEAD = "update audit_head set sequence = ?, hash = ? where sequence = ?";

    private static final String APPEND = """
            insert into audit_entry (sequence, at, actor, act, subject, details, previous, hash)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String LIST = """
            select sequence, at, actor, act, subject, details, previous, hash
            from audit_entry
            where sequence > ?
            order by sequence
            limit ?
            """;

    private static final String LIST_ABOUT = """
            select sequence, at, actor, act, subject, details, previous, hash
            from audit_entry
            where subject = ? and sequence > ?
            order by sequence
            limit ?
            """;

    private final DataSource database;

    AuditTable(DataSource database) {
        this.database = database;
    }

    AuditChain head() {
        return head(HEAD);
    }

    /** The end of the chain, held until the transaction ends. */
    AuditChain lockHead() {
        return head(LOCK_HEAD);
    }

    void append(AuditEntry entry) {
        execute(
                APPEND,
                entry.sequence(),
                entry.act().at().atOffset(ZoneOffset.UTC),
                entry.act().actor().name(),
                entry.act().act(),
                entry.act().subject(),
                entry.act().details(),
                entry.previous().value(),
                entry.hash().value());
        execute(MOVE_HEAD, entry.sequence(), entry.hash().value(), entry.sequence() - 1);
    }

    List<AuditEntry> list(long after, int limit) {
        return query(LIST, AuditTable::entry, after, limit);
    }

    List<AuditEntry> listAbout(String subject, long after, int limit) {
        return query(LIST_ABOUT, AuditTable::entry, subject, after, limit);
    }

    private AuditChain head(String sql) {
        return query(sql, row -> new AuditChain(row.getLong(1), new Digest(row.getString(2))))
                .get(0);
    }

    private static AuditEntry entry(ResultSet row) throws SQLException {
        AuditAct act = new AuditAct(
                row.getObject(2, OffsetDateTime.class).toInstant(),
                new Actor(row.getString(3)),
                row.getString(4),
                row.getString(5),
                row.getString(6));
        return new AuditEntry(row.getLong(1), act, new Digest(row.getString(7)), new Digest(row.getString(8)));
    }

    private interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    private <T> List<T> query(String sql, RowReader<T> reader, Object... parameters) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = prepare(connection, sql, parameters);
                ResultSet rows = statement.executeQuery()) {
            List<T> found = new ArrayList<>();
            while (rows.next()) {
                found.add(reader.read(rows));
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException("The audit log cannot be read", e);
        }
    }

    private void execute(String sql, Object... parameters) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = prepare(connection, sql, parameters)) {
            int rows = statement.executeUpdate();
            if (rows != 1) {
                throw new IllegalStateException("The audit log's head has moved although it was locked");
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The audit log cannot be written", e);
        }
    }

    private static PreparedStatement prepare(Connection connection, String sql, Object... parameters)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
        return statement;
    }
}
