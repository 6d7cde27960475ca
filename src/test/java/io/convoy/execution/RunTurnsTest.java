package io.convoy.execution;

import static org.assertj.core.api.Assertions.assertThat;

import io.convoy.PostgresForTests;
import io.convoy.base.RunId;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** Turns in a real PostgreSQL, in a database of their own, taken by two instances that the test plays. */
class RunTurnsTest {

    private static final Duration LEASE = Duration.ofMinutes(1);
    private static final Duration OVER = Duration.ofMillis(-1);
    private static final int ALL = 1000;

    private static final DataSource DATABASE = ownDatabase();

    private final RunTurns turns = new RunTurns(DATABASE, new Messages(DATABASE), Clock.systemUTC());

    private RunId run;
    private TurnTable here;
    private TurnTable there;

    @BeforeEach
    void twoInstancesAndARun() throws SQLException {
        here = TurnTable.open(DATABASE, UUID.randomUUID());
        there = TurnTable.open(DATABASE, UUID.randomUUID());
        here.beat(LEASE);
        there.beat(LEASE);
        run = made();
    }

    @AfterEach
    void signOff() throws SQLException {
        turns.remove(run);
        execute(DATABASE, "update run set state = 'SUCCEEDED'");
        here.signOff();
        there.signOff();
        here.close();
        there.close();
    }

    @Test
    void aRunIsTakenWhenItIsDueAndByOneInstance() throws SQLException {
        Turn taken = takenBy(here);

        assertThat(there.take(ALL)).extracting(Turn::run).doesNotContain(run);
        assertThat(turns.stands(taken)).isTrue();
    }

    @Test
    void aRunWhoseHolderIsDeadIsTakenByAnotherAndTheOldTurnIsWorthNothing() throws SQLException {
        Turn old = takenBy(here);

        here.beat(OVER);
        List<Turn> taken = there.take(ALL);

        assertThat(taken).contains(new Turn(run, old.number() + 1));
        assertThat(turns.stands(old)).isFalse();
    }

    @Test
    void anInstanceThatSignedOffIsNotWaitedFor() throws SQLException {
        takenBy(here);

        here.signOff();

        assertThat(there.take(ALL)).extracting(Turn::run).contains(run);
    }

    @Test
    void aNudgeDuringALookBringsOneMoreLook() throws SQLException {
        takenBy(here);
        turns.nudge(run);

        assertThat(there.take(ALL)).extracting(Turn::run).doesNotContain(run);
        turns.next(run, inAnHour());

        assertThat(there.take(ALL)).extracting(Turn::run).contains(run);
        turns.next(run, inAnHour());
        assertThat(there.take(ALL)).extracting(Turn::run).doesNotContain(run);
    }

    @Test
    void aNudgeDuringTheLastLookIsNotLostEither() throws SQLException {
        takenBy(here);
        turns.nudge(run);

        turns.rest(run);

        assertThat(there.take(ALL)).extracting(Turn::run).contains(run);
        turns.rest(run);
        assertThat(here.take(ALL)).extracting(Turn::run).doesNotContain(run);
    }

    @Test
    void whatAnInstanceHoldsWithoutLookingIsGivenBack() throws SQLException {
        Turn taken = takenBy(here);
        assertThat(here.giveBackAllBut(Set.of(run), Duration.ZERO)).isZero();

        assertThat(here.giveBackAllBut(Set.of(), Duration.ZERO)).isPositive();

        assertThat(there.take(ALL)).contains(new Turn(run, taken.number() + 1));
    }

    @Test
    void theTimeUntilTheNextTurnIsTold() throws SQLException {
        turns.next(run, Instant.now().plusMillis(100));

        assertThat(here.untilNext()).hasValueSatisfying(wait -> assertThat(wait).isLessThan(Duration.ofMillis(200)));
    }

    @Test
    void aDrivenRunWithoutATurnIsGivenOne() throws SQLException {
        turns.remind();

        assertThat(here.take(ALL)).extracting(Turn::run).contains(run);
    }

    private Turn takenBy(TurnTable instance) throws SQLException {
        turns.next(run, Instant.EPOCH);
        return instance.take(ALL).stream()
                .filter(turn -> turn.run().equals(run))
                .findFirst()
                .orElseThrow();
    }

    private static RunId made() throws SQLException {
        RunId made = RunId.random();
        execute(DATABASE, """
                insert into run (id, cluster, wave, plan_revision, plan_digest, state, step, direction, reason, epoch,
                                 created_at, changed_at, started_by)
                values ('%s', '%s', 'pilot', 1, 'none', 'RUNNING', 0, 'FORWARD', '', 0, now(), now(), 'ann')
                """.formatted(made, made));
        return made;
    }

    private static Instant inAnHour() {
        return Instant.now().plusSeconds(3600);
    }

    private static DataSource ownDatabase() {
        String url = Objects.requireNonNull(new PostgresForTests().start().get("quarkus.datasource.jdbc.url"));
        try {
            execute(at(url), "drop database if exists turns");
            execute(at(url), "create database turns");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        DataSource own = at(url.replace("/postgres?", "/turns?"));
        Flyway.configure()
                .dataSource(own)
                .javaMigrations(new QuartzTables())
                .load()
                .migrate();
        return own;
    }

    private static DataSource at(String url) {
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setUrl(url);
        return database;
    }

    private static void execute(DataSource database, String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
