package io.convoy.execution;

import io.convoy.base.RunId;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** The table {@code run_watch}, and what is untold in {@code run}; written in the caller's transaction. */
@ApplicationScoped
class WatchTable {

    // Whoever comes second finds the row taken by the first one's new times.
    private static final String TAKE = """
            insert into run_watch as watch (run, due_at, soonest_at, step)
            select run.id, ?, ?, run.step from run left join run_watch known on known.run = run.id
            where run.state in ('PENDING', 'RUNNING', 'WAITING', 'ROLLING_BACK')
              and (known.run is null or known.due_at <= ? or (known.step <> run.step and known.soonest_at <= ?))
            order by known.due_at nulls first, run.id
            limit ?
            on conflict (run) do update
            set due_at = excluded.due_at, soonest_at = excluded.soonest_at, step = excluded.step
            where watch.due_at <= ? or (watch.step <> excluded.step and watch.soonest_at <= ?)
            returning run
            """;

    private static final String NEVER =
            "update run_watch set due_at = 'infinity', soonest_at = 'infinity' where run = ?";

    private static final String READ = "select seen, told, accepted from run_watch where run = ?";

    private static final String SEEN = "update run_watch set seen = ?, due_at = ? where run = ?";

    private static final String UNTOLD = """
            update run set differences = ?
            where differences <> ? and id = ? and step = ? and direction = ? and state in ('PENDING', 'RUNNING', 'WAITING', 'ROLLING_BACK')
            """;

    private static final String TOLD = "update run_watch set told = ? where run = ?";

    private static final String NOTHING_UNTOLD = "update run set differences = '[]' where id = ?";

    private static final String ACCEPTED = "update run_watch set told = '[]', accepted = ? where run = ?";

    private final DataSource database;

    WatchTable(DataSource database) {
        this.database = database;
    }

    /** What is known of the differences of one run. */
    record Known(List<Difference> seen, List<Difference> told, List<Difference> accepted) {

        /** All that is accepted once what was told is. */
        List<Difference> afterwards() {
            return Stream.concat(accepted.stream(), told.stream()).toList();
        }
    }

    /** Runs at whose clusters the caller shall look now; nobody else will before {@code due}. */
    List<RunId> take(Instant now, Instant soonest, Instant due, int most) {
        Object at = time(now);
        try (Connection connection = database.getConnection();
                PreparedStatement statement =
                        Parameters.prepare(connection, TAKE, time(due), time(soonest), at, at, most, at, at);
                ResultSet rows = statement.executeQuery()) {
            List<RunId> runs = new ArrayList<>();
            while (rows.next()) {
                runs.add(new RunId(rows.getObject(1, UUID.class)));
            }
            return runs;
        } catch (SQLException e) {
            throw new IllegalStateException("The clusters to be looked at cannot be read", e);
        }
    }

    /** Nobody need look at the cluster of this run again. */
    void never(RunId run) {
        write(NEVER, run.value());
    }

    /** Empty where nobody has looked yet. */
    Optional<Known> known(RunId run) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = Parameters.prepare(connection, READ, run.value());
                ResultSet row = statement.executeQuery()) {
            return row.next()
                    ? Optional.of(new Known(
                            DifferenceText.read(row.getString(1)),
                            DifferenceText.read(row.getString(2)),
                            DifferenceText.read(row.getString(3))))
                    : Optional.empty();
        } catch (SQLException e) {
            throw new IllegalStateException("What is known of run " + run + " cannot be read", e);
        }
    }

    void seen(RunId run, List<Difference> seen, Instant due) {
        write(SEEN, DifferenceText.write(seen), time(due), run.value());
    }

    /** To be told at the next safe point, unless the run has gone on meanwhile. */
    void untold(RunId run, Position at, List<Difference> differences) {
        String text = DifferenceText.write(differences);
        write(UNTOLD, text, text, run.value(), at.step(), at.direction().name());
    }

    void told(RunId run, List<Difference> differences) {
        write(TOLD, DifferenceText.write(differences), run.value());
        write(NOTHING_UNTOLD, run.value());
    }

    void accepted(RunId run, List<Difference> accepted) {
        write(ACCEPTED, DifferenceText.write(accepted), run.value());
    }

    private static Object time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private void write(String sql, Object... parameters) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = Parameters.prepare(connection, sql, parameters)) {
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("What was seen of a run's cluster cannot be written", e);
        }
    }
}
