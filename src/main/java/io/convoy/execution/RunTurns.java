package io.convoy.execution;

import io.convoy.base.RunId;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import javax.sql.DataSource;

/**
 * The turns of runs in the table {@code run_turn}, written in the caller's transaction.
 *
 * <p>What is due at once is told to every instance when the transaction commits; what is due later is not, because the instance
 * that wrote it looks at the table again by itself, and the others do so twice a second in case it dies.
 */
@ApplicationScoped
class RunTurns implements RunTriggers {

    private static final String NEXT = """
            insert into run_turn (run, due_at, nudged, turn) values (?, ?, false, 0)
            on conflict (run) do update
            set due_at = case when run_turn.nudged then now() else excluded.due_at end, nudged = false, holder = null
            """;

    private static final String NUDGE = """
            insert into run_turn (run, due_at, nudged, turn) values (?, now(), false, 0)
            on conflict (run) do update set due_at = least(run_turn.due_at, now()), nudged = true
            """;

    private static final String REST = """
            update run_turn set due_at = case when nudged then now() end, nudged = false, holder = null where run = ?
            """;

    private static final String REMOVE = "delete from run_turn where run = ?";

    private static final String STANDS = "select 1 from run_turn where run = ? and turn = ? for update";

    private static final String REMIND = """
            insert into run_turn (run, due_at, nudged, turn)
            select id, now(), false, 0 from run
            where state in ('PENDING', 'RUNNING', 'WAITING', 'ROLLING_BACK')
              and not exists (select from run_turn where run_turn.run = run.id and due_at is not null)
            on conflict (run) do update set due_at = now()
            """;

    private final DataSource database;
    private final Messages messages;
    private final Clock clock;

    RunTurns(DataSource database, Messages messages, Clock clock) {
        this.database = database;
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    public void next(RunId run, Instant at) {
        write(NEXT, run.value(), at.atOffset(ZoneOffset.UTC));
        if (!at.isAfter(clock.instant())) {
            messages.send(Message.RUN_DUE);
        }
    }

    @Override
    public void nudge(RunId run) {
        write(NUDGE, run.value());
        messages.send(Message.RUN_DUE);
    }

    @Override
    public void rest(RunId run) {
        write(REST, run.value());
        messages.send(Message.ADMISSION_DUE);
    }

    @Override
    public void remove(RunId run) {
        write(REMOVE, run.value());
        messages.send(Message.ADMISSION_DUE);
    }

    @Override
    public boolean stands(Turn turn) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement =
                        Parameters.prepare(connection, STANDS, turn.run().value(), turn.number())) {
            return statement.executeQuery().next();
        } catch (SQLException e) {
            throw new IllegalStateException("The turn of run " + turn.run() + " cannot be read", e);
        }
    }

    @Override
    public void remind() {
        write(REMIND);
    }

    private void write(String sql, Object... parameters) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = Parameters.prepare(connection, sql, parameters)) {
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("The turns of runs cannot be written", e);
        }
    }
}
