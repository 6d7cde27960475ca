package io.convoy.cli;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * A disk on which the tables of a PostgreSQL that Convoy writes most cannot grow while it is full, or on which not even the log of
 * transactions has its place: the system refuses to make a file larger than a limit, which those tables have reached before.
 */
final class FullDisk implements AutoCloseable {

    /** As large as a segment of the log of transactions, which thus goes on being written. */
    private static final String LARGEST_TABLE = Integer.toString(16 * 1024 * 1024);

    private static final String NEXT_TO_NOTHING = Integer.toString(64 * 1024);

    /** A page takes no second row, so that each new one needs a new page. */
    private static final List<String> SPACIOUS = List.of(
            "alter table step_attempt set (fillfactor = 10, autovacuum_enabled = off)",
            "alter table audit_entry set (fillfactor = 10, autovacuum_enabled = off)",
            "alter table step_attempt add column if not exists padding text default repeat('x', 900)",
            "alter table audit_entry add column if not exists padding text default repeat('x', 900)");

    /** More rows than there are pages in the largest table. */
    private static final List<String> ROWS = List.of("""
            insert into step_attempt (run, step, direction, number, epoch, started_at, notes, memory)
            select gen_random_uuid(), 'full', 'FORWARD', number, 0, now(), '[]', '{}' from generate_series(1, 2100) number
            """, """
            insert into audit_entry (sequence, at, actor, act, subject, details, previous, hash)
            select -number, now(), 'ann', 'full', 'full', '', '', '' from generate_series(1, 2100) number
            """);

    private final TestStandby postgres;

    FullDisk(TestStandby postgres) throws SQLException {
        this.postgres = postgres;
        try (Connection connection = postgres.connect();
                Statement statement = connection.createStatement()) {
            for (String sql : SPACIOUS) {
                statement.execute(sql);
            }
            statement.execute("set session_replication_role to replica");
            // Nothing of it is ever seen, but the room that it took is not given back.
            connection.setAutoCommit(false);
            for (String sql : ROWS) {
                statement.execute(sql);
            }
            connection.rollback();
        }
    }

    void fill() throws IOException {
        limit(LARGEST_TABLE);
    }

    /** PostgreSQL dies of it, and starts again in vain, or no more. */
    void fillWithLog() throws IOException {
        limit(NEXT_TO_NOTHING);
    }

    void makeRoom() throws IOException {
        limit("unlimited");
    }

    /** The processes that PostgreSQL starts from now on inherit it from the first. */
    private void limit(String bytes) throws IOException {
        if (!postgres.control().isRunning()) {
            return;
        }
        ProcessHandle postmaster = postgres.control().process();
        limit(postmaster, bytes);
        for (ProcessHandle child : postmaster.children().toList()) {
            limit(child, bytes);
        }
    }

    private static void limit(ProcessHandle process, String bytes) throws IOException {
        try {
            // The soft limit: what is made lower can be raised again by everybody.
            TestCommand.run(List.of("prlimit", "--pid", Long.toString(process.pid()), "--fsize=" + bytes + ":"));
        } catch (IOException e) {
            // A process that has ended meanwhile fills no disk.
            if (process.isAlive()) {
                throw e;
            }
        }
    }

    @Override
    public void close() throws IOException {
        makeRoom();
    }
}
