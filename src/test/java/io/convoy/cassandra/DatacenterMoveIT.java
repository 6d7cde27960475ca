package io.convoy.cassandra;

import static com.datastax.oss.driver.api.core.DefaultConsistencyLevel.LOCAL_ONE;
import static com.datastax.oss.driver.api.core.DefaultConsistencyLevel.LOCAL_QUORUM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.DriverException;
import com.datastax.oss.driver.api.core.config.DefaultDriverOption;
import com.datastax.oss.driver.api.core.config.DriverConfigLoader;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.SimpleStatement;
import io.convoy.execution.Outcome;
import io.convoy.execution.Progress;
import io.convoy.hooks.NodeGuard;
import io.convoy.lab.LabCluster;
import io.convoy.lab.LabNode;
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
import io.convoy.provision.NodeOrder;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.management.Attribute;
import javax.management.ObjectName;
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
    private static final int STALE_ROWS = 1_000;
    private static final int ROWS = 6_000;
    private static final int ROWS_A_FILE = 2_000;
    private static final List<String> KEYSPACES = List.of("stale", "bulk", "dropped", "truncated");

    private static LabCluster source;
    private static LabCluster target;
    private static MoveRig rig;

    @BeforeAll
    static void startTheSource() {
        source = TestLab.source();
        rig = new MoveRig(TestLab.CLUSTER, source.addresses());
        target = TestLab.lab().cassandra(TestLab.CLUSTER, orders());
    }

    @AfterAll
    static void leaveTheClusterAsItWas() {
        for (String keyspace : KEYSPACES) {
            rig.link().anyCql().change("DROP KEYSPACE IF EXISTS " + keyspace);
        }
        hints(true);
        rig.close();
        target.nodes().forEach(LabNode::retire);
    }

    @Test
    @Order(1)
    void aDatacenterJoinsAndKeyspacesAreReplicatedToIt() {
        rig.complete(
                new EnsureSuperuserHandler(rig.links()), new EnsureSuperuser(MoveRig.OWN_ROLE, MoveRig.OWN_PASSWORD));
        makeTables();
        loseWritesOnTheThirdNode();
        target.start();

        rig.complete(new JoinDatacenterHandler(rig.links()), new JoinDatacenter(NEW, Map.of(RACK, 3)));
        replicate("system_auth", Map.of(OLD, 3, NEW, 3));
        rig.complete(new RepairKeyspaceHandler(rig.links()), new RepairKeyspace("system_auth", List.of(OLD, NEW)));
        KEYSPACES.forEach(keyspace -> replicate(keyspace, Map.of(OLD, 3, NEW, 3)));

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
    }

    @Test
    @Order(2)
    void aPlainRebuildLosesWhatAQuorumHadAndOursDoesNot() {
        target.addresses().forEach(address -> rig.link()
                .jmxNode(address)
                .ask(beans -> beans.invoke(
                        new ObjectName("org.apache.cassandra.db:type=StorageService"),
                        "rebuild",
                        new Object[] {OLD, "stale", null, null},
                        Collections.nCopies(4, String.class.getName()).toArray(String[]::new))));
        assertThat(rig.ids("stale.t", target.addresses().get(0), LOCAL_QUORUM)).isEmpty();

        // Not fooled either by what the plain rebuild made each node remember.
        List<String> evidence = rig.complete(rebuildHandler(), rebuild("stale"));

        assertThat(rig.ids("stale.t", target.addresses().get(0), LOCAL_QUORUM)).hasSize(STALE_ROWS);
        assertThat(evidence).anyMatch(line -> line.contains("quorum of " + OLD));
    }

    @Test
    @Order(3)
    void verificationProvesThatTheQuorumsAgreeAlthoughOneReplicaIsStale() {
        List<String> evidence = rig.complete(verifyHandler(), new VerifyDatacenter(NEW, OLD, List.of("stale")));

        assertThat(evidence).anyMatch(line -> line.startsWith(STALE_ROWS + " partitions of stale are equal"));
    }

    @Test
    @Order(4)
    void aDifferenceBetweenTheQuorumsIsFound() {
        replicate("stale", Map.of(OLD, 3));
        try (CqlSession operator = session("operator", source.addresses().get(0), OLD)) {
            operator.execute(SimpleStatement.newInstance("DELETE FROM stale.t WHERE id = 17")
                    .setConsistencyLevel(LOCAL_QUORUM));
        }
        replicate("stale", Map.of(OLD, 3, NEW, 3));

        Outcome outcome = rig.until(
                verifyHandler(),
                new VerifyDatacenter(NEW, OLD, List.of("stale")),
                end -> !(end instanceof Outcome.Waiting));

        assertThat(outcome).isInstanceOfSatisfying(Outcome.Failed.class, failed -> assertThat(failed.reason())
                .contains("1 of " + STALE_ROWS + " partitions of stale.t"));
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
        assertThat(rig.ids("bulk.t", victim.address(), LOCAL_ONE)).hasSize(ROWS);
        assertThat(rig.ids("bulk.t", victim.address(), LOCAL_QUORUM)).hasSize(ROWS);
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
                .hasSize(ROWS));
    }

    @Test
    @Order(7)
    void anotherConvoyFollowsARebuildThatItsPredecessorBegan() {
        throttle(2);
        rig.until(
                rebuildHandler(),
                rebuild("bulk"),
                outcome -> streams(outcome, target.addresses().get(0)));
        StreamPlan running = running(target.addresses().get(0));
        throttle(0);

        try (MoveRig successor = new MoveRig(TestLab.CLUSTER, source.addresses())) {
            RebuildHandler handler = new RebuildHandler(successor.links(), RebuildSettings.USUAL);
            Outcome end = rig.goOn(handler, rebuild("bulk"), outcome -> !(outcome instanceof Outcome.Waiting));

            assertThat(end).isInstanceOf(Outcome.Done.class);
        }
        assertThat(rebuilds(target.addresses().get(0)).stream()
                        .filter(stream -> stream.peers().equals(running.peers()))
                        .filter(stream -> !stream.began().isBefore(running.began())))
                .as("the stream that ran was followed, not begun again")
                .extracting(StreamPlan::id)
                .containsExactly(running.id());
    }

    @Test
    @Order(8)
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
    @Order(9)
    void aDropFailsAPlainRebuildAndTheFreezeKeepsItAway() throws Exception {
        throttle(1);
        Future<Optional<String>> plain = plainRebuild("dropped");
        assertThat(asApplication("DROP TABLE dropped.t")).isEmpty();
        assertThat(plain.get(2, TimeUnit.MINUTES)).as("why the rebuild failed").isPresent();
        makeTable("dropped");
        writeFiles("dropped");

        rebuildBehindTheFreeze("dropped", "DROP TABLE dropped.t");
    }

    @Test
    @Order(10)
    void aTruncationComesBackFromAPlainRebuildAndTheFreezeKeepsItAway() throws Exception {
        throttle(1);
        Future<Optional<String>> plain = plainRebuild("truncated");
        assertThat(asApplication("TRUNCATE truncated.t")).isEmpty();
        throttle(0);
        plain.get(2, TimeUnit.MINUTES);
        assertThat(rig.ids("truncated.t", source.addresses().get(0), LOCAL_QUORUM))
                .isEmpty();
        assertThat(rig.ids("truncated.t", target.addresses().get(0), LOCAL_ONE))
                .as("rows that nobody has any more, and that are back")
                .isNotEmpty();
        writeFiles("truncated");

        rebuildBehindTheFreeze("truncated", "TRUNCATE truncated.t");
    }

    /** As {@code nodetool rebuild} would, on the first target; returns while it streams. */
    private static Future<Optional<String>> plainRebuild(String keyspace) {
        String node = target.addresses().get(0);
        Future<Optional<String>> end = rig.link()
                .jmxNode(node)
                .begin(beans -> beans.invoke(
                        new ObjectName("org.apache.cassandra.db:type=StorageService"),
                        "rebuild",
                        new Object[] {OLD, keyspace, null, null},
                        Collections.nCopies(4, String.class.getName()).toArray(String[]::new)));
        await().atMost(Duration.ofMinutes(1))
                .until(() -> end.isDone() || rebuilds(node).stream().anyMatch(StreamPlan::isRunning));
        assertThat(end)
                .as(() -> "a rebuild that streams; it ended with " + ended(end))
                .isNotDone();
        return end;
    }

    private static String ended(Future<Optional<String>> end) {
        try {
            return end.get().orElse("success");
        } catch (InterruptedException | ExecutionException e) {
            return e.toString();
        }
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
                .hasSize(3 * ROWS_A_FILE));
    }

    @Test
    @Order(11)
    void aClientThatIsStillConnectedIsNamed() {
        ProveNoClientsHandler handler = new ProveNoClientsHandler(rig.links());
        ProveNoClients step = new ProveNoClients(NEW, Duration.ofSeconds(1));
        try (CqlSession application = session("application", target.addresses().get(1), NEW)) {
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
    @Order(12)
    void theDatacenterLeavesAgain() {
        rig.complete(new ForgetRebuildHandler(rig.links()), new ForgetRebuild(NEW));
        target.addresses()
                .forEach(address -> assertThat(new NodeViews(rig.link().cql(address)).rebuildMemory())
                        .isEmpty());
        KEYSPACES.forEach(keyspace -> replicate(keyspace, Map.of(OLD, 3)));
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

    private static void makeTables() {
        for (String keyspace : KEYSPACES) {
            rig.link()
                    .anyCql()
                    .change("CREATE KEYSPACE " + keyspace + " WITH replication = {'class': 'NetworkTopologyStrategy', '"
                            + OLD + "': 3}");
            makeTable(keyspace);
        }
        rig.link().anyCql().change("GRANT ALL ON ALL KEYSPACES TO application");
        MoveRig.pause(1_500);
        write("bulk.t", ROWS, 4_096);
        writeFiles("dropped");
        writeFiles("truncated");
    }

    private static void makeTable(String keyspace) {
        rig.link()
                .anyCql()
                .change("CREATE TABLE " + keyspace + ".t (id int PRIMARY KEY, v blob)"
                        + " WITH read_repair = 'NONE' AND compression = {'enabled': false}");
    }

    private static void loseWritesOnTheThirdNode() {
        hints(false);
        LabNode third = source.nodes().get(2);
        third.stop();
        write("stale.t", STALE_ROWS, 8);
        source.start(third);
        assertThat(rig.ids("stale.t", third.address(), LOCAL_ONE)).isEmpty();
    }

    /** Several files on each node: one that is in flight already outlives its table. */
    private static void writeFiles(String keyspace) {
        for (int part = 0; part < 3; part++) {
            write(keyspace + ".t", part * ROWS_A_FILE, (part + 1) * ROWS_A_FILE, 4_096);
            source.addresses().forEach(address -> rig.link()
                    .jmxNode(address)
                    .ask(beans -> beans.invoke(
                            new ObjectName("org.apache.cassandra.db:type=StorageService"),
                            "forceKeyspaceFlush",
                            new Object[] {keyspace, new String[] {"t"}},
                            new String[] {String.class.getName(), String[].class.getName()})));
        }
    }

    private static void write(String table, int rows, int size) {
        write(table, 0, rows, size);
    }

    private static void write(String table, int from, int to, int size) {
        Random random = new Random(1);
        try (CqlSession session = session("operator", source.addresses().get(0), OLD)) {
            PreparedStatement insert = session.prepare("INSERT INTO " + table + " (id, v) VALUES (?, ?)");
            List<CompletionStage<?>> open = new ArrayList<>();
            for (int id = from; id < to; id++) {
                byte[] value = new byte[size];
                random.nextBytes(value);
                open.add(session.executeAsync(
                        insert.bind(id, ByteBuffer.wrap(value)).setConsistencyLevel(LOCAL_QUORUM)));
                if (open.size() == 32) {
                    open.forEach(write -> write.toCompletableFuture().join());
                    open.clear();
                }
            }
            open.forEach(write -> write.toCompletableFuture().join());
        }
    }

    private static CqlSession session(String user, String address, String datacenter) {
        return CqlSession.builder()
                .addContactPoint(new InetSocketAddress(address, Doors.NATIVE_PORT))
                .withLocalDatacenter(datacenter)
                .withAuthCredentials(user, "laboratory")
                .withConfigLoader(DriverConfigLoader.programmaticBuilder()
                        .withDuration(DefaultDriverOption.REQUEST_TIMEOUT, Duration.ofSeconds(20))
                        .build())
                .build();
    }

    /** What the cluster objects to; empty where it did as it was told. */
    private static String asApplication(String statement) {
        try (CqlSession session = session("application", source.addresses().get(1), OLD)) {
            session.execute(statement);
            return "";
        } catch (DriverException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private static void hints(boolean enabled) {
        Ring.read(rig.link().anyCql())
                .addresses()
                .forEach(address -> set(address, "StorageProxy", "HintedHandoffEnabled", enabled));
    }

    /** At the senders, in MiB/s; 0 lifts it. */
    private static void throttle(int mebibytesPerSecond) {
        source.nodes().stream().filter(LabNode::isRunning).map(LabNode::address).forEach(address -> {
            set(address, "StorageService", "InterDCStreamThroughputMebibytesPerSec", mebibytesPerSecond);
            set(address, "StorageService", "EntireSSTableInterDCStreamThroughputMebibytesPerSec", mebibytesPerSecond);
        });
    }

    private static void set(String address, String bean, String attribute, Object value) {
        rig.link().jmxNode(address).ask(beans -> {
            beans.setAttribute(new ObjectName("org.apache.cassandra.db:type=" + bean), new Attribute(attribute, value));
            return value;
        });
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

    private static StreamPlan running(String address) {
        return rebuilds(address).stream()
                .filter(StreamPlan::isRunning)
                .findFirst()
                .orElseThrow();
    }

    private static List<StreamPlan> rebuilds(String address) {
        return new NodeViews(rig.link().cql(address))
                .streams().stream().filter(StreamPlan::isRebuild).toList();
    }
}
