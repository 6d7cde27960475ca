package io.convoy.cli;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Makes transactions of Convoy wait inside the database at a chosen point, without a line in Convoy that knows of it: a trigger
 * asks for a lock that the test holds. A backend whose Convoy is killed while it waits in COMMIT commits all the same once it is
 * let go, one that waits before aborts; both is what a crash does.
 */
final class KillFaults implements AutoCloseable {

    private static final String INSTALL = """
            create table fault (key bigint primary key, run uuid not null, direction text not null, point text not null);

            create function wait_at(at_run uuid, at_step text, at_direction text, at_point text) returns void as $$
            declare found_key bigint;
            begin
                select key into found_key from fault
                where run = at_run and at_step = 'cell' and direction = at_direction and point = at_point;
                if found_key is not null then
                    perform pg_advisory_xact_lock_shared(found_key);
                end if;
            end $$ language plpgsql;

            create function wait_in() returns trigger as $$
            begin
                perform wait_at(new.run, new.step, new.direction, tg_argv[0]);
                return new;
            end $$ language plpgsql;

            create trigger in_claim before insert on step_attempt
                for each row execute function wait_in('IN_CLAIM');
            create trigger in_settlement before update on step_attempt
                for each row when (new.result is not null) execute function wait_in('IN_SETTLEMENT');
            create constraint trigger at_commit_of_claim after insert on step_attempt
                deferrable initially deferred for each row execute function wait_in('AT_COMMIT_OF_CLAIM');
            create constraint trigger at_commit_of_later_claim after update on step_attempt
                deferrable initially deferred for each row when (new.result is null and old.epoch <> new.epoch)
                execute function wait_in('AT_COMMIT_OF_CLAIM');
            create constraint trigger at_commit_of_settlement after update on step_attempt
                deferrable initially deferred for each row when (new.result is not null)
                execute function wait_in('AT_COMMIT_OF_SETTLEMENT');
            """;

    private static final String ARM = "insert into fault (key, run, direction, point) values (?, ?, ?, ?)";

    /** A 64-bit lock shows as two halves. */
    private static final String WAITING = """
            select count(*) from pg_locks
            where locktype = 'advisory' and not granted and classid = ?::bigint::oid and objid = ?::bigint::oid
            """;

    private final Connection locks;

    KillFaults(TestPostgres postgres) throws SQLException {
        locks = postgres.connect();
    }

    static void install(TestPostgres postgres) throws SQLException {
        try (Connection connection = postgres.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(INSTALL);
        }
    }

    void arm(KillCell cell) throws SQLException {
        run("select pg_advisory_lock(?)", cell.key());
        try (PreparedStatement statement = locks.prepareStatement(ARM)) {
            statement.setLong(1, cell.key());
            statement.setObject(2, cell.run().value());
            statement.setString(3, cell.direction());
            statement.setString(4, cell.point().name());
            statement.executeUpdate();
        }
    }

    boolean isWaiting(KillCell cell) throws SQLException {
        try (PreparedStatement statement = locks.prepareStatement(WAITING)) {
            statement.setLong(1, cell.key() >>> 32);
            statement.setLong(2, cell.key() & 0xffffffffL);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1) > 0;
            }
        }
    }

    void letGo(KillCell cell) throws SQLException {
        run("select pg_advisory_unlock(?)", cell.key());
    }

    private void run(String sql, long key) throws SQLException {
        try (PreparedStatement statement = locks.prepareStatement(sql)) {
            statement.setLong(1, key);
            statement.execute();
        }
    }

    @Override
    public void close() throws SQLException {
        locks.close();
    }
}
