package io.convoy.execution;

import io.convoy.base.RunId;
import java.lang.management.ManagementFactory;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * What one instance does with the table of turns, over a connection of its own, in transactions of one statement.
 *
 * <p>None of them waits for the disk: what is lost with the database's last moments is a hold on a run, or a sign of life, and
 * whoever takes the run instead is told apart by the run's epoch. All times are the database's.
 */
final class TurnTable implements AutoCloseable {

    private static final String ALIVE = """
            insert into instance (id, name, alive_until) values (?, ?, clock_timestamp() + ? * interval '1 millisecond')
            on conflict (id) do update set alive_until = excluded.alive_until
            returning clock_timestamp()
            """;

    private static final String TAKE = """
            with due as (
                select run from run_turn
                where due_at <= clock_timestamp()
                  and (holder is null
                       or not exists (select from instance where id = holder and alive_until > clock_timestamp()))
                order by due_at
                limit ?
                for update skip locked)
            update run_turn set holder = ?, turn = turn + 1, nudged = false
            from due where run_turn.run = due.run
            returning run_turn.run, turn
            """;

    private static final String UNTIL_NEXT = """
            select extract(epoch from due_at - clock_timestamp()) * 1000
            from run_turn where due_at is not null and holder is null order by due_at limit 1
            """;

    private static final String GIVE_BACK = """
            update run_turn set holder = null, due_at = clock_timestamp() + ? * interval '1 millisecond'
            where holder = ? and not (run = any (?))
            """;

    private static final String SIGN_OFF =
            "delete from instance where id = ? or alive_until < now() - interval '1 hour'";

    /** As the system knows this process: pid@host. */
    private static final String NAME = ManagementFactory.getRuntimeMXBean().getName();

    private final Connection connection;
    private final UUID instance;

    private TurnTable(Connection connection, UUID instance) {
        this.connection = connection;
        this.instance = instance;
    }

    static TurnTable open(DataSource database, UUID instance) throws SQLException {
        Connection connection = OwnConnection.of(database);
        try (Statement statement = connection.createStatement()) {
            statement.execute("set synchronous_commit to off");
            return new TurnTable(connection, instance);
        } catch (SQLException e) {
            OwnConnection.end(connection);
            throw e;
        }
    }

    /** Says that this instance is alive, and for how long that may be believed; answers the database's time. */
    Instant beat(Duration lease) throws SQLException {
        try (PreparedStatement statement = Parameters.prepare(connection, ALIVE, instance, NAME, lease.toMillis());
                ResultSet answer = statement.executeQuery()) {
            answer.next();
            return answer.getObject(1, OffsetDateTime.class).toInstant();
        }
    }

    /** Takes runs that are due, the longest due first: those that nobody holds, and those whose holder is dead. */
    List<Turn> take(int most) throws SQLException {
        try (PreparedStatement statement = Parameters.prepare(connection, TAKE, most, instance);
                ResultSet rows = statement.executeQuery()) {
            List<Turn> taken = new ArrayList<>();
            while (rows.next()) {
                taken.add(new Turn(new RunId(Objects.requireNonNull(rows.getObject(1, UUID.class))), rows.getLong(2)));
            }
            return taken;
        }
    }

    /** How long until a run is due that nobody holds; not positive where one is due already. */
    Optional<Duration> untilNext() throws SQLException {
        try (PreparedStatement statement = Parameters.prepare(connection, UNTIL_NEXT);
                ResultSet rows = statement.executeQuery()) {
            return rows.next()
                    ? Optional.of(Duration.ofNanos((long) (rows.getDouble(1) * 1_000_000)))
                    : Optional.empty();
        }
    }

    /** Lets go of what this instance holds and is not looking at: its look ended without having been written. */
    int giveBackAllBut(Collection<RunId> underWay, Duration dueAgainAfter) throws SQLException {
        Array kept = connection.createArrayOf(
                "uuid", underWay.stream().map(RunId::value).toArray());
        try (PreparedStatement statement =
                Parameters.prepare(connection, GIVE_BACK, dueAgainAfter.toMillis(), instance, kept)) {
            return statement.executeUpdate();
        }
    }

    /** From now on the others need not wait for this instance. */
    void signOff() throws SQLException {
        try (PreparedStatement statement = Parameters.prepare(connection, SIGN_OFF, instance)) {
            statement.executeUpdate();
        }
    }

    @Override
    public void close() {
        OwnConnection.end(connection);
    }
}
