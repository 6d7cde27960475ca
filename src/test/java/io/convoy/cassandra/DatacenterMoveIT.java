package io.convoy.cassandra;

import static com.datastax.oss.driver.api.core.DefaultConsistencyLevel.LOCAL_ONE;
import static com.datastax.oss.driver.api.core.DefaultConsistencyLevel.LOCAL_QUORUM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.DriverException;
import com.datastax.oss.driver.api.core.cql.SimpleStatement;
import io.convoy.execution.Difference;
import io.convoy.execution.Outcome;
import io.convoy.execution.Progress;
import io.convoy.hooks.NodeGuard;
import io.convoy.lab.LabAccounts;
import io.convoy.lab.LabCluster;
import io.convoy.lab.LabNode;
import io.convoy.lab.TestCql;
import io.convoy.lab.TestJmx;
import io.convoy.lab.TestLab;
import io.convoy.nodestatus.Lifecycle;
import io.convoy.nodestatus.ObservedNode;
import io.convoy.plan.CassandraStep.DecommissionNode;
import io.convoy.plan.CassandraStep.DropSuperuser;
import io.convoy.plan.CassandraStep.EnsureSuperuser;
import io.convoy.plan.CassandraStep.ForgetRebuild;
import io.convoy.plan.CassandraStep.JoinDatacenter;
import io.convoy.plan.CassandraStep.LeaveDatacenter;
import io.convoy.plan.CassandraStep.ProveNoClients;
import io.convoy.plan.CassandraStep.RebuildDatacenter;
import io.convoy.plan.CassandraStep.RepairKeyspace;
import io.convoy.plan.CassandraStep.SetReplication;
import io.convoy.plan.CassandraStep.VerifyDatacenter;
import io.convoy.plan.Replication;
import io.convoy.plan.Step;
import io.convoy.provision.NodeOrder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;

/**
 * A datacenter comes into a real cluster, has its bad days there, and leaves again. All its nodes are in the rack of the
 * source's third node, so that Cassandra's own choice of the nearest source is the same one for each of them.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Timeout(300)
class DatacenterMoveIT {

    private static final String OLD = "dc_old";
    private static final String NEW = "dc_moved";
    private static final String RACK = "r3";

    private static LabCluster source;
    private static LabCluster target;
    private static MoveRig rig;
    private static MovedTables tables;
    private static @Nullable Foreseen foreseen;

    @BeforeAll
    static void startTheSource() {
        source = TestLab.source();
        rig = new MoveRig(TestLab.CLUSTER, source.addresses());
        tables = new MovedTables(rig, source);
        target = TestLab.lab().cassandra(TestLab.CLUSTER, orders());
    }

    @AfterAll
    static void leaveTheClusterAsItWas() {
        tables.drop();
        tables.setHints(true);
        rig.close();
        target.nodes().forEach(LabNode::retire);
    }

    @Test
    @Order(1)
    void aDatacenterJoinsAndKeyspacesAreReplicatedToIt() {
        rig.complete(
                new EnsureSuperuserHandler(rig.links()), new EnsureSuperuser(MoveRig.OWN_ROLE, MoveRig.OWN_PASSWORD));
        tables.make();
        tables.loseWritesOnTheThirdNode();
        foreseen = Foreseen.of(rig, whatIsToCome());
        target.start();

        rig.complete(new JoinDatacenterHandler(rig.links()), new JoinDatacenter(NEW, Map.of(RACK, 3)));
        replicate("system_auth", Map.of(OLD, 3, NEW, 3));
        rig.complete(new RepairKeyspaceHandler(rig.links()), new RepairKeyspace("system_auth", List.of(OLD, NEW)));
        MovedTables.KEYSPACES.forEach(keyspace -> replicate(keyspace, Map.of(OLD, 3, NEW, 3)));

        Topology topology = new TopologyObserver(rig.links()).observe(rig.cluster());
        assertThat(topology.in(NEW))
                .hasSize(3)
                .allMatch(member -> member.up() && member.mode().equals("NORMAL"));
        assertThat(topology.schemaVersions()).hasSize(1);
        assertThat(topology.superusers()).contains(MoveRig.OWN_ROLE);
        assertThat(rig.link().anyCql().login().user()).isEqualTo(MoveRig.OWN_ROLE);
        assertThat(new CassandraStatusProbe(rig.links()).probe(rig.cluster()))
                .hasSize(6)
                .allMatch(ObservedNode::fullyAvailable);
        assertThat(Objects.requireNonNull(foreseen).changes()).isEmpty();
    }

    private static List<Step> whatIsToCome() {
        List<Step> steps = new ArrayList<>(List.of(new JoinDatacenter(NEW, Map.of(RACK, 3))));
        Stream.concat(Stream.of("system_auth"), MovedTables.KEYSPACES.stream())
                .map(keyspace -> new SetReplication(keyspace, Replication.perDatacenter(Map.of(OLD, 3, NEW, 3))))
                .forEach(steps::add);
        return steps;
    }

    @Test
    @Order(2)
    void aPlainRebuildLosesWhatAQuorumHadAndOursDoesNot() {
        PlainRebuild plain = new PlainRebuild(rig, "stale");
        target.addresses().forEach(plain::run);
        assertThat(rig.ids("stale.t", target.addresses().get(0), LOCAL_QUORUM)).isEmpty();

        // Not fooled either by what the plain rebuild made each node remember.
        List<String> evidence = rig.complete(rebuildHandler(), rebuild("stale"));

        assertThat(rig.ids("stale.t", target.addresses().get(0), LOCAL_QUORUM)).hasSize(MovedTables.STALE_ROWS);
        assertThat(evidence).anyMatch(line -> line.contains("quorum of " + OLD));
    }

    @Test
    @Order(3)
    void verificationProvesThatTheQuorumsAgreeAlthoughOneReplicaIsStale() {
        List<String> evidence = rig.complete(verifyHandler(), new VerifyDatacenter(NEW, OLD, List.of("stale")));

        assertThat(evidence)
                .anyMatch(line -> line.startsWith(MovedTables.STALE_ROWS + " partitions of stale are equal"));
    }

    @Test
    @Order(4)
    void aDifferenceBetweenTheQuorumsIsFound() {
        replicate("stale", Map.of(OLD, 3));
        assertThat(Objects.requireNonNull(foreseen).changes())
                .extracting(Difference::toString)
                .containsExactly("keyspace stale is NetworkTopologyStrategy{dc_old=3}, expected was"
                        + " NetworkTopologyStrategy{dc_moved=3, dc_old=3}");
        try (CqlSession operator = TestCql.open(TestLab.operator())) {
            operator.execute(SimpleStatement.newInstance("DELETE FROM stale.t WHERE id = 17")
                    .setConsistencyLevel(LOCAL_QUORUM));
        }
        replicate("stale", Map.of(OLD, 3, NEW, 3));

        Outcome outcome = rig.until(
                verifyHandler(),
                new VerifyDatacenter(NEW, OLD, List.of("stale")),
                end -> !(end instanceof Outcome.Waiting));

        assertThat(outcome).isInstanceOfSatisfying(Outcome.Failed.class, failed -> assertThat(failed.reason())
                .contains("1 of " + MovedTables.STALE_ROWS + " partitions of stale.t"));
    }

    @Test
    @Order(5)
    void aTargetThatIsKilledInItsRebuildIsWaitedForAndCompletedAfterwards() {
        throttle(2);
        LabNode victim = target.nodes().get(0);
        RebuildHandler handler = rebuildHandler();
        rig.until(handler, rebuild("bulk"), outcome -> streams(outcome, victim.address()));
        assertThat(lifecycle(victim.address())).isEqualTo(Lifecycle.REBUILDING);
        victim.kill();

        Outcome waits =
                rig.goOn(handler, rebuild("bulk"), outcome -> detail(outcome).contains("to come back"));
        target.start(victim);
        throttle(0);
        Outcome end = rig.goOn(handler, rebuild("bulk"), outcome -> !(outcome instanceof Outcome.Waiting));

        assertThat(detail(waits)).contains(victim.address());
        assertThat(end).isInstanceOf(Outcome.Done.class);
        assertThat(rig.ids("bulk.t", victim.address(), LOCAL_ONE)).hasSize(MovedTables.BULK_ROWS);
        assertThat(rig.ids("bulk.t", victim.address(), LOCAL_QUORUM)).hasSize(MovedTables.BULK_ROWS);
    }

    @Test
    @Order(6)
    void aSourceThatIsKilledInARebuildIsMadeUpForByTheOthers() {
        throttle(2);
        LabNode victim = source.nodes().get(1);
        RebuildHandler handler = rebuildHandler();
        rig.until(handler, rebuild("bulk"), outcome -> detail(outcome).contains("from " + victim.address()));
        victim.kill();
        throttle(0);

        Outcome end = rig.goOn(handler, rebuild("bulk"), outcome -> !(outcome instanceof Outcome.Waiting));
        source.start(victim);

        assertThat(end).isInstanceOf(Outcome.Done.class);
        target.addresses().forEach(address -> assertThat(rig.ids("bulk.t", address, LOCAL_ONE))
                .hasSize(MovedTables.BULK_ROWS));
    }

    @Test
    @Order(7)
    void anotherConvoyFollowsARebuildThatItsPredecessorBegan() {
        throttle(2);
        rig.until(
                rebuildHandler(),
                rebuild("bulk"),
                outcome -> streams(outcome, target.addresses().get(0)));
        RebuildStreams streams = new RebuildStreams(rig, target.addresses().get(0));
        // The rebuild is told of before its first stream is.
        StreamPlan running = await().atMost(Duration.ofSeconds(30))
                .until(streams::running, Optional::isPresent)
                .orElseThrow();
        throttle(0);

        try (MoveRig successor = new MoveRig(TestLab.CLUSTER, source.addresses())) {
            RebuildHandler handler = new RebuildHandler(successor.links(), RebuildSettings.USUAL);
            Outcome end = rig.goOn(handler, rebuild("bulk"), outcome -> !(outcome instanceof Outcome.Waiting));

            assertThat(end).isInstanceOf(Outcome.Done.class);
        }
        assertThat(streams.all().stream()
                        .filter(stream -> stream.peers().equals(running.peers()))
                        .filter(stream -> !stream.began().isBefore(running.began())))
                .as("the stream that ran was followed, not begun again")
                .extracting(StreamPlan::id)
                .containsExactly(running.id());
    }

    @Test
    @Order(8)
    void tablesThatComeAndGoMeanwhileDoNotKeepAVerificationFromItsEnd() {
        try (PassingTables passing = PassingTables.in("bulk")) {
            await().until(() -> passing.changes() > 0);
            int enough = passing.changes() + 4;
            while (passing.changes() < enough) {
                List<String> evidence = rig.complete(verifyHandler(), new VerifyDatacenter(NEW, OLD, List.of("bulk")));

                assertThat(evidence).anyMatch(line -> line.contains("bulk"));
            }
        }
    }

    @Test
    @Order(9)
    void guardrailsKeepTablesOnEveryNodeAndAreGivenBack() {
        CassandraSchemaGuard guard = new CassandraSchemaGuard(rig.links());
        List<NodeGuard> before = guard.look(rig.cluster());

        assertThat(guard.enforce(rig.cluster())).hasSize(6).allMatch(NodeGuard::enforced);
        assertThat(asApplication("DROP TABLE stale.t")).contains("not allowed");
        assertThat(asApplication("TRUNCATE stale.t")).contains("not allowed");
        List<NodeGuard.Setting> originals =
                before.stream().flatMap(node -> node.settings().stream()).toList();

        assertThat(guard.restore(rig.cluster(), originals)).noneMatch(NodeGuard::enforced);
        assertThat(guard.look(rig.cluster())).isEqualTo(before);
    }

    @Test
    @Order(10)
    void aDropFailsAPlainRebuildAndTheFreezeKeepsItAway() throws Exception {
        throttle(1);
        Future<Optional<String>> plain =
                new PlainRebuild(rig, "dropped").begin(target.addresses().get(0));
        assertThat(asApplication("DROP TABLE dropped.t")).isEmpty();
        throttle(0);
        assertThat(plain.get(2, TimeUnit.MINUTES)).as("why the rebuild failed").isPresent();
        tables.make("dropped");
        tables.writeFiles("dropped");

        rebuildBehindTheFreeze("dropped", "DROP TABLE dropped.t");
    }

    @Test
    @Order(11)
    void aTruncationComesBackFromAPlainRebuildAndTheFreezeKeepsItAway() throws Exception {
        throttle(1);
        Future<Optional<String>> plain =
                new PlainRebuild(rig, "truncated").begin(target.addresses().get(0));
        assertThat(asApplication("TRUNCATE truncated.t")).isEmpty();
        throttle(0);
        plain.get(2, TimeUnit.MINUTES);
        assertThat(rig.ids("truncated.t", source.addresses().get(0), LOCAL_QUORUM))
                .isEmpty();
        assertThat(rig.ids("truncated.t", target.addresses().get(0), LOCAL_ONE))
                .as("rows that nobody has any more, and that are back")
                .isNotEmpty();
        tables.writeFiles("truncated");

        rebuildBehindTheFreeze("truncated", "TRUNCATE truncated.t");
    }

    private static void rebuildBehindTheFreeze(String keyspace, String statement) {
        throttle(1);
        CassandraSchemaGuard guard = new CassandraSchemaGuard(rig.links());
        List<NodeGuard.Setting> originals = guard.look(rig.cluster()).stream()
                .flatMap(node -> node.settings().stream())
                .toList();
        guard.enforce(rig.cluster());
        RebuildHandler handler = rebuildHandler();
        rig.until(
                handler,
                rebuild(keyspace),
                outcome -> streams(outcome, target.addresses().get(0)));
        assertThat(asApplication(statement)).contains("not allowed");
        throttle(0);

        Outcome end = rig.goOn(handler, rebuild(keyspace), outcome -> !(outcome instanceof Outcome.Waiting));

        guard.restore(rig.cluster(), originals);
        assertThat(end).isInstanceOf(Outcome.Done.class);
        target.addresses().forEach(address -> assertThat(rig.ids(keyspace + ".t", address, LOCAL_ONE))
                .hasSize(MovedTables.ROWS_IN_FILES));
    }

    @Test
    @Order(12)
    void aClientThatIsStillConnectedIsNamed() {
        ProveNoClientsHandler handler = new ProveNoClientsHandler(rig.links());
        ProveNoClients step = new ProveNoClients(NEW, Duration.ofSeconds(1));
        try (CqlSession application =
                TestCql.open(LabAccounts.application(target.addresses().subList(1, 2), NEW))) {
            assertThat(application.isClosed()).isFalse();
            Outcome outcome = rig.until(handler, step, ignored -> true);

            assertThat(outcome).isInstanceOfSatisfying(Outcome.Blocked.class, blocked -> assertThat(blocked.reason())
                    .contains(target.addresses().get(1))
                    .contains("application@127.0.0.1"));
        }

        Outcome end = rig.until(handler, step, outcome -> outcome instanceof Outcome.Done);

        assertThat(((Outcome.Done) end).evidence()).anyMatch(line -> line.contains("3 nodes of " + NEW));
    }

    @Test
    @Order(13)
    void theDatacenterLeavesAgain() {
        rig.complete(new ForgetRebuildHandler(rig.links()), new ForgetRebuild(NEW));
        target.addresses()
                .forEach(address -> assertThat(new NodeViews(rig.link().cql(address)).rebuildMemory())
                        .isEmpty());
        MovedTables.KEYSPACES.forEach(keyspace -> replicate(keyspace, Map.of(OLD, 3)));
        replicate("system_auth", Map.of(OLD, 3, NEW, 1));
        LabNode stopped = target.nodes().get(2);
        stopped.stop();

        rig.complete(
                new DecommissionNodeHandler(rig.links()),
                new DecommissionNode(target.addresses().get(0), NEW, false));
        rig.complete(new LeaveDatacenterHandler(rig.links()), new LeaveDatacenter(NEW));
        replicate("system_auth", Map.of(OLD, 3));
        rig.complete(new DropSuperuserHandler(rig.links()), new DropSuperuser(MoveRig.OWN_ROLE));

        Topology topology = new TopologyObserver(rig.links()).observe(rig.cluster());
        assertThat(topology.members()).extracting(Member::datacenter).containsOnly(OLD);
        assertThat(topology.superusers()).doesNotContain(MoveRig.OWN_ROLE);
    }

    private static List<NodeOrder> orders() {
        return TestLab.SOURCE.beside(NEW, "127.11.3", 3).orders().stream()
                .map(order -> new NodeOrder(
                        order.cluster(),
                        order.node(),
                        new NodeOrder.Placement(NEW, RACK, Optional.empty()),
                        order.address(),
                        order.software(),
                        order.version(),
                        order.settings()))
                .toList();
    }

    /** What the cluster objects to; empty where it did as it was told. */
    private static String asApplication(String statement) {
        try (CqlSession session = TestCql.open(TestLab.application())) {
            session.execute(statement);
            return "";
        } catch (DriverException e) {
            return String.valueOf(e.getMessage());
        }
    }

    /** At the senders, in MiB/s; 0 lifts it. */
    private static void throttle(int mebibytesPerSecond) {
        List<String> senders = source.nodes().stream()
                .filter(LabNode::isRunning)
                .map(LabNode::address)
                .toList();
        TestJmx.throttleStreams(senders, mebibytesPerSecond);
    }

    private static void replicate(String keyspace, Map<String, Integer> factors) {
        rig.complete(
                new SetReplicationHandler(rig.links()),
                new SetReplication(keyspace, Replication.perDatacenter(factors)));
    }

    private static RebuildDatacenter rebuild(String keyspace) {
        return new RebuildDatacenter(NEW, OLD, List.of(keyspace), 2);
    }

    private static RebuildHandler rebuildHandler() {
        return new RebuildHandler(rig.links(), RebuildSettings.USUAL);
    }

    private static VerifyDatacenterHandler verifyHandler() {
        return new VerifyDatacenterHandler(rig.links());
    }

    private static boolean streams(Outcome outcome, String target) {
        return progress(outcome).parts().stream()
                .anyMatch(part -> part.name().equals(target) && part.detail().contains("streams"));
    }

    private static String detail(Outcome outcome) {
        Progress progress = progress(outcome);
        return progress.detail() + progress.parts();
    }

    private static Progress progress(Outcome outcome) {
        return outcome instanceof Outcome.Waiting waiting ? waiting.progress() : Progress.unmeasured("" + outcome);
    }

    private static Lifecycle lifecycle(String address) {
        return new CassandraStatusProbe(rig.links())
                .probe(rig.cluster()).stream()
                        .filter(node -> node.address().equals(address))
                        .findFirst()
                        .orElseThrow()
                        .lifecycle();
    }
}
