package io.convoy.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.convoy.PostgresForTests;
import io.convoy.base.Actor;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.transaction.TransactionalException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class AuditLogTest {

    private static final Actor ANN = new Actor("ann");

    private final AuditLog log;
    private final DataSource database;

    AuditLogTest(AuditLog log, DataSource database) {
        this.log = log;
        this.database = database;
    }

    @Test
    void entriesFollowOneAnother() {
        AuditEntry first = record("cluster:follow", Map.of("b", 2, "a", "ü"));
        AuditEntry second = record("cluster:follow", Map.of());

        assertThat(second.sequence()).isEqualTo(first.sequence() + 1);
        assertThat(second.previous()).isEqualTo(first.hash());
        assertThat(log.list(0, 10, Optional.of("cluster:follow"))).containsExactly(first, second);
        assertThat(first.act().details()).isEqualTo("{\"a\":\"ü\",\"b\":2}");
        assertThat(log.verify().whole()).isTrue();
    }

    @Test
    void withoutATransactionNothingIsRecorded() {
        assertThatThrownBy(() -> log.record(ANN, "test.done", "cluster:none", Map.of()))
                .isInstanceOf(TransactionalException.class);
    }

    @Test
    void whatIsRolledBackLeavesNoEntry() {
        long before = log.verify().entries();

        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    log.record(ANN, "test.done", "cluster:gone", Map.of());
                    throw new IllegalStateException("on purpose");
                }))
                .hasMessageContaining("on purpose");

        assertThat(log.list(0, 10, Optional.of("cluster:gone"))).isEmpty();
        assertThat(log.verify())
                .matches(AuditProof::whole)
                .extracting(AuditProof::entries)
                .isEqualTo(before);
    }

    @Test
    void manyWritersMakeOneChain() throws InterruptedException {
        long before = log.verify().entries();
        ExecutorService writers = Executors.newFixedThreadPool(8);

        IntStream.range(0, 80).forEach(i -> writers.execute(() -> record("cluster:many", Map.of("writer", i))));
        writers.shutdown();
        assertThat(writers.awaitTermination(60, TimeUnit.SECONDS)).isTrue();

        AuditProof proof = log.verify();
        assertThat(proof.broken()).isEmpty();
        assertThat(proof.entries()).isEqualTo(before + 80);
    }

    @Test
    void theDatabaseRefusesToAlterOrRemoveEntries() {
        record("cluster:kept", Map.of());

        for (String statement : List.of(
                "update audit_entry set actor = 'eve'",
                "delete from audit_entry",
                "truncate audit_entry",
                "update audit_head set sequence = 0",
                "delete from audit_head")) {
            assertThatThrownBy(() -> execute(statement)).as(statement).hasMessageContaining("append-only");
        }
    }

    @Test
    void anEntryThatWasAlteredIsNamed() throws SQLException {
        AuditEntry entry = record("cluster:altered", Map.of("tier", "gold"));
        record("cluster:altered", Map.of());

        unguarded("update audit_entry set details = '{}' where sequence = " + entry.sequence());
        AuditProof proof = log.verify();
        unguarded("update audit_entry set details = '" + entry.act().details() + "' where sequence = "
                + entry.sequence());

        assertThat(proof.entries()).isEqualTo(entry.sequence() - 1);
        assertThat(proof.broken().orElseThrow()).startsWith("entry " + entry.sequence() + " was altered");
        assertThat(log.verify().whole()).isTrue();
    }

    @Test
    void entriesCutOffTheEndAreMissed() throws SQLException {
        AuditEntry last = record("cluster:cut", Map.of());

        unguarded(
                "create table cut as select * from audit_entry where sequence = " + last.sequence(),
                "delete from audit_entry where sequence = " + last.sequence());
        AuditProof proof = log.verify();
        unguarded("insert into audit_entry select * from cut", "drop table cut");

        assertThat(proof.broken().orElseThrow()).contains("entry " + last.sequence() + " is missing");
        assertThat(log.verify().whole()).isTrue();
    }

    private AuditEntry record(String subject, Map<String, ?> details) {
        return QuarkusTransaction.requiringNew().call(() -> log.record(ANN, "test.done", subject, details));
    }

    /** As somebody would who owns the database. */
    private void unguarded(String... statements) throws SQLException {
        execute("alter table audit_entry disable trigger user");
        execute(statements);
        execute("alter table audit_entry enable trigger user");
    }

    private void execute(String... statements) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
