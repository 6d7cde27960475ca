package io.convoy.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.datastax.oss.driver.api.core.CqlSession;
import com.fasterxml.jackson.databind.JsonNode;
import io.convoy.base.ByteSize;
import io.convoy.lab.DropReport;
import io.convoy.lab.Lab;
import io.convoy.lab.LabAccounts;
import io.convoy.lab.LabHome;
import io.convoy.lab.TestCql;
import io.convoy.lab.TestJmx;
import io.convoy.lab.TestLab;
import io.convoy.lab.WitnessReport;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;

/**
 * A real cluster's whole story under a whole Convoy that is killed again and again: a plan that becomes stale, a rollback, and
 * a second migration to the end, while clients write, read and drop tables.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Timeout(900)
class MigrationIT {

    private static final DemoPlace PLACE =
            new DemoPlace(Path.of("target", "migration").toAbsolutePath());

    private static Lab lab;
    private static TestConvoy convoy;
    private static DemoClients clients;

    @BeforeAll
    static void startClusterConvoyAndClients() throws Exception {
        TestLab.rest();
        PLACE.forgetServer();
        lab = Lab.open(LabHome.standard(), PLACE.lab());
        lab.clear();
        DemoSource source = DemoSource.start(lab);
        source.fill(ByteSize.parse("40MiB"), progress -> {});
        convoy = new TestConvoy(
                PLACE,
                DemoSource.CLUSTER,
                Map.of("ORDERS_CQL", source.operatorSecret(), "CONVOY_CASSANDRA_PASSWORD", "only-for-this-test"));
        convoy.importInventory(Path.of("inventory", "demo.yaml"));
        clients = DemoClients.start(convoy.client());
    }

    @AfterAll
    static void endEverything() {
        clients.close();
        convoy.close();
        lab.close();
    }

    @Test
    @Order(1)
    void aPlanThatANewKeyspaceMadeStaleIsNotCarriedOut() {
        JsonNode plan = unblocked();
        convoy.approve(plan);
        execute("CREATE KEYSPACE sudden WITH replication = {'class': 'NetworkTopologyStrategy', 'dc_old': 3}");

        convoy.startWave("pilot");

        await().atMost(Duration.ofMinutes(1)).until(convoy::explanation, reason -> reason.contains("sudden"));
        assertThat(convoy.client().get("/runs").path("items")).isEmpty();
        assertThatThrownBy(() -> convoy.approve(plan))
                .isInstanceOf(ApiRefusal.class)
                .hasMessageContaining("sudden");
        convoy.client().post("/waves/pilot/pause", Map.of());
        execute("DROP KEYSPACE sudden");
    }

    @Test
    @Order(2)
    void convoyIsKilledInARebuildAndTheMigrationIsRolledBack() {
        JsonNode before = unblocked();
        convoy.approve(before);
        TestJmx.throttleStreams(DemoSource.oldAddresses(), 1);
        convoy.startWave("pilot");
        String run = convoy.run(1);
        convoy.awaitStep(run, "rebuild-datacenter", MigrationIT::streams);

        convoy.kill();
        assertThat(allowedToDrop()).as("the frozen cluster, without Convoy").isFalse();
        convoy.startAgain();
        TestJmx.throttleStreams(DemoSource.oldAddresses(), 0);
        convoy.awaitStep(run, "verify-datacenter", step -> true);
        convoy.rollBack(run);

        JsonNode end = convoy.awaitEnd(run);
        assertThat(end.path("state").asText()).isEqualTo("ROLLED_BACK");
        assertThat(SourceFacts.changed(before, unblocked())).isEmpty();
        await().atMost(Duration.ofSeconds(30)).until(convoy::schemaChangesAllowed);
        assertThat(allowedToDrop()).isTrue();
        assertThat(eachStepWasDoneAtMostOnce(end)).isTrue();
    }

    @Test
    @Order(3)
    void theSecondMigrationSurvivesDeathsInAnAlterAndInADecommission() {
        convoy.approve(unblocked());
        convoy.startWave("again");
        String run = convoy.run(2);
        convoy.awaitStep(run, "set-replication", step -> true);
        convoy.kill();
        convoy.startAgain();

        JsonNode asked = convoy.awaitStep(run, "gate", step -> true);
        clients.cutOver();
        convoy.confirm(run, asked);
        convoy.confirm(run, convoy.awaitStep(run, "point-of-no-return", step -> true));
        convoy.awaitStep(
                run, "decommission-node", step -> !step.path("progress").isNull());
        convoy.kill();
        convoy.startAgain();

        JsonNode end = convoy.awaitEnd(run);
        assertThat(end.path("state").asText()).isEqualTo("SUCCEEDED");
        assertThat(eachStepWasDoneAtMostOnce(end)).isTrue();
        assertThat(convoy.auditIsIntact()).isTrue();
        await().atMost(Duration.ofSeconds(30)).until(convoy::schemaChangesAllowed);
    }

    @Test
    @Order(4)
    void nothingWasLostAndNobodyWasRefused() {
        WitnessReport report = clients.witnessReport(DemoSource.newAddresses());
        DropReport drops = clients.drops();

        assertThat(report.acknowledged()).isPositive();
        assertThat(report.lost() + report.unreadable() + report.missedReads()).isZero();
        assertThat(report.missingByNode())
                .containsOnlyKeys(DemoSource.newAddresses())
                .allSatisfy((node, missing) -> assertThat(missing).as(node).isZero());
        assertThat(drops.done()).as(drops.text()).isPositive();
        assertThat(drops.refused()).as(drops.text()).isZero();
    }

    /** A job that changes the schema just now is in the way of a plan, and gone a moment later. */
    private static JsonNode unblocked() {
        return await().atMost(Duration.ofMinutes(1)).until(convoy::plan, MigrationIT::canBeApproved);
    }

    private static boolean canBeApproved(JsonNode plan) {
        return TestConvoy.items(plan.at("/plan/findings"))
                .noneMatch(finding -> finding.path("severity").asText().equals("BLOCKER"));
    }

    private static boolean streams(JsonNode step) {
        return TestConvoy.items(step.at("/progress/parts"))
                .anyMatch(part -> part.path("detail").asText().contains("streams"));
    }

    private static boolean eachStepWasDoneAtMostOnce(JsonNode run) {
        return TestConvoy.items(run.path("steps"))
                .allMatch(step -> doneAtMostOnce(step, "FORWARD") && doneAtMostOnce(step, "BACK"));
    }

    private static boolean doneAtMostOnce(JsonNode step, String direction) {
        return TestConvoy.items(step.path("attempts"))
                        .filter(attempt -> attempt.path("direction").asText().equals(direction))
                        .filter(attempt -> attempt.path("result").asText().equals("DONE"))
                        .count()
                <= 1;
    }

    /** Asks the cluster, not Convoy: whether an application may drop a table. */
    private static boolean allowedToDrop() {
        String table = "scratch.asked_" + System.nanoTime();
        try (CqlSession session = TestCql.open(DemoSource.clientOfOld())) {
            session.execute("CREATE TABLE " + table + " (id int PRIMARY KEY)");
            session.execute("DROP TABLE " + table);
            return true;
        } catch (com.datastax.oss.driver.api.core.servererrors.InvalidQueryException e) {
            assertThat(e).hasMessageContaining("not allowed");
            return false;
        }
    }

    private static void execute(String statement) {
        try (CqlSession session = TestCql.open(LabAccounts.operator(DemoSource.oldAddresses(), DemoSource.OLD))) {
            session.execute(statement);
        }
    }
}
