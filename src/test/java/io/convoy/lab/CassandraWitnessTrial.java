package io.convoy.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.datastax.oss.driver.api.core.CqlSession;
import io.convoy.base.ByteSize;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** The witness on trial: {@code -Dit.test=CassandraWitnessTrial}, apart from the build, whose migrations use it anyway. */
class CassandraWitnessTrial {

    @AfterAll
    static void leaveTheClusterAsItWas() {
        try (CqlSession session = TestLab.operator().connect(Duration.ofSeconds(30))) {
            for (String keyspace : List.of(CassandraWitness.KEYSPACE, TableDropper.KEYSPACE, "shop_1", "shop_2")) {
                session.execute("DROP KEYSPACE IF EXISTS " + keyspace);
            }
        }
    }

    @Test
    void noAcknowledgedRowIsLostWhileANodeIsRestarted() {
        LabCluster source = TestLab.source();
        CassandraWitness.createSchema(TestLab.operator(), Map.of("dc_old", 3));

        try (CassandraWitness witness = CassandraWitness.start(TestLab.application(), 100)) {
            await().until(() -> witness.acknowledged() > 300);
            witness.phase("restart of a node");
            source.node("dc-old-2").stop();
            source.start(source.node("dc-old-2"));
            witness.phase("after a client cutover");
            witness.cutOver(TestLab.application().via(List.of("127.11.1.3"), "dc_old"));
            long atCutover = witness.acknowledged();
            await().until(() -> witness.acknowledged() > atCutover + 300);
            WitnessReport report = witness.report(source.addresses());

            System.out.println(report.text());
            // On a busy machine the others may lose sight of each other for a moment: errors while the node is away are
            // the cluster's, not the witness's. What was acknowledged must be there all the same.
            assertThat(report.lost() + report.unreadable() + report.missedReads())
                    .as(report.text())
                    .isZero();
            assertThat(report.phases().get(2).errors()).as(report.text()).isZero();
            assertThat(report.phases())
                    .extracting(WitnessReport.Phase::name)
                    .containsExactly("start", "restart of a node", "after a client cutover");
            // The restarted node may not have its hints yet, nor be found again by the driver.
            assertThat(source.addresses()).containsAll(report.missingByNode().keySet());
        }
    }

    @Test
    void theTableDropperAsksFirstAndIsStoppedByAGuardrailOnly() throws Exception {
        TestLab.source();
        TableDropper.createSchema(TestLab.operator(), KeyspaceLayout.inDatacenter(TableDropper.KEYSPACE, "dc_old", 3));
        AtomicBoolean allowed = new AtomicBoolean();
        AtomicInteger returned = new AtomicInteger();
        DropPermission permission =
                (keyspace, table) -> allowed.get() ? Optional.of(returned::incrementAndGet) : Optional.empty();

        try (TableDropper dropper = TableDropper.start(TestLab.application(), permission, Duration.ofMillis(200))) {
            await().atMost(Duration.ofMinutes(1)).until(() -> dropper.report().deferred() > 1);
            assertThat(dropper.report().done()).isZero();
            allowed.set(true);
            await().atMost(Duration.ofMinutes(1)).until(() -> dropper.report().done() > 0);
            setDropGuardrail(false);
            await().atMost(Duration.ofMinutes(1)).until(() -> dropper.report().refused() > 0);
            setDropGuardrail(true);
            dropper.stop();

            assertThat(dropper.report().errors()).as(dropper.report().text()).isZero();
            assertThat(returned.get())
                    .isEqualTo((int) (dropper.report().done() + dropper.report().refused()));
        }
    }

    @Test
    void theDataLoaderFillsSeveralKeyspacesAndTellsItsProgress() {
        TestLab.source();
        List<LoadProgress> heard = new CopyOnWriteArrayList<>();

        DataLoader.load(TestLab.operator(), LoadOrder.of("shop", 2, "dc_old", ByteSize.parse("24MiB")), heard::add);

        assertThat(heard).last().satisfies(last -> {
            assertThat(last.percent()).isEqualTo(100);
            assertThat(last.written()).isEqualTo(ByteSize.parse("24MiB"));
        });
    }

    private static void setDropGuardrail(boolean dropsAllowed) {
        for (LabNode node : TestLab.source().nodes()) {
            TestJmx.set(node.address(), "Guardrails", "DropTruncateTableEnabled", dropsAllowed);
        }
    }
}
