package io.convoy.cassandra;

import static org.assertj.core.api.Assertions.assertThat;

import io.convoy.inventory.CassandraCluster;
import io.convoy.plan.Finding;
import io.convoy.plan.Finding.Severity;
import io.convoy.plan.Replication;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PreflightChecksTest {

    private static final List<String> STANDING = List.of("clients", "seeds");

    @Test
    void aHealthyRingHasNothingInItsWay() {
        assertThat(found(RingMaker.healthy(), TestClusters.orders())).isEmpty();
    }

    @Test
    void everyMoveRemindsOfConsistencyLevelsSeedsAndTheRoleThatStays() {
        assertThat(judge(RingMaker.healthy(), TestClusters.orders()))
                .allMatch(finding -> finding.severity() == Severity.NOTE)
                .extracting(Finding::subject)
                .containsExactly("clients", "seeds", "roles");
    }

    static Stream<Arguments> spoiled() {
        return Stream.of(
                spoiled(
                        "a node is down",
                        RingMaker.healthy().member("127.0.1.2", member -> member.down()),
                        Severity.BLOCKER,
                        "node 127.0.1.2",
                        "It is down.",
                        "Start it, or take it out of the ring with 'nodetool removenode host-127.0.1.2'"),
                spoiled(
                        "a node is leaving",
                        RingMaker.healthy().member("127.0.1.3", member -> member.mode("LEAVING")),
                        Severity.BLOCKER,
                        "node 127.0.1.3",
                        "Its mode is LEAVING, not NORMAL.",
                        "Wait until it is NORMAL"),
                spoiled(
                        "a node's JMX does not answer",
                        RingMaker.healthy().member("127.0.1.3", member -> member.mode("UNREACHABLE")),
                        Severity.BLOCKER,
                        "node 127.0.1.3",
                        "It is up, but its JMX does not answer Convoy.",
                        "Open its JMX port to Convoy"),
                spoiled(
                        "there are several schema versions",
                        RingMaker.healthy().schema("v2", "127.0.1.10", "127.0.1.9"),
                        Severity.BLOCKER,
                        "schema",
                        "The nodes hold 2 schema versions: v1 on 127.0.1.1, 127.0.1.2, 127.0.1.3; v2 on 127.0.1.9, 127.0.1.10.",
                        "Look again in a minute"),
                spoiled(
                        "a repair is running",
                        RingMaker.healthy().member("127.0.1.1", member -> member.busyWith("Repair")),
                        Severity.BLOCKER,
                        "node 127.0.1.1",
                        "It is busy: Repair.",
                        "pause what starts it (Reaper's schedules, for one)"),
                spoiled(
                        "a rebuild is running",
                        RingMaker.healthy().member("127.0.1.1", member -> member.busyWith("Rebuild", "Rebuild")),
                        Severity.BLOCKER,
                        "node 127.0.1.1",
                        "It is busy: Rebuild.",
                        "Let it end, or stop it"),
                spoiled(
                        "the source is not in the ring",
                        RingMaker.healthy()
                                .members(TestClusters.members("DC_OLD", 1, 3))
                                .keyspaces(),
                        Severity.BLOCKER,
                        "datacenter dc_old",
                        "No node of the ring is in it; the ring has DC_OLD.",
                        "names are case-sensitive"),
                spoiled(
                        "the ring has another number of nodes than the inventory",
                        RingMaker.healthy().members(TestClusters.members("dc_old", 1, 4)),
                        Severity.WARNING,
                        "datacenter dc_old",
                        "The ring has 4 nodes in it, the inventory 3.",
                        "the plan goes by the ring"),
                spoiled(
                        "the snitch knows no datacenters",
                        RingMaker.healthy().placedBy("SimpleSnitch"),
                        Severity.BLOCKER,
                        "snitch",
                        "SimpleSnitch does not know datacenters: the new nodes would count as nodes of the old one.",
                        "Change every node to GossipingPropertyFileSnitch"),
                spoiled(
                        "the snitch takes the datacenter from the cloud",
                        RingMaker.healthy().placedBy("Ec2Snitch"),
                        Severity.WARNING,
                        "snitch",
                        "Ec2Snitch takes datacenter and rack from elsewhere than each node's own file.",
                        "Make sure that it will place the new nodes in dc_new"),
                spoiled(
                        "the snitch is nobody's",
                        RingMaker.healthy().placedBy("MySnitch"),
                        Severity.WARNING,
                        "snitch",
                        "Convoy does not know MySnitch.",
                        "Make sure that it will place the new nodes in dc_new"),
                spoiled(
                        "the partitioner is an old one",
                        RingMaker.healthy().partitionedBy("RandomPartitioner"),
                        Severity.BLOCKER,
                        "partitioner",
                        "The cluster uses RandomPartitioner; Convoy copies ranges of Murmur3Partitioner only.",
                        "move the data into a new cluster"),
                spoiled(
                        "an upgrade has stopped halfway",
                        RingMaker.healthy().member("127.0.1.1", member -> member.version("5.0.8")),
                        Severity.BLOCKER,
                        "version",
                        "The nodes run 5.0.8, 5.0.9.",
                        "End the upgrade first"),
                spoiled(
                        "the inventory names another version",
                        allRun("5.0.2"),
                        Severity.WARNING,
                        "version",
                        "The cluster runs 5.0.2, the inventory says 5.0.9.",
                        "the new nodes get 5.0.2"),
                spoiled(
                        "the version is before 4.0",
                        allRun("3.11.19"),
                        Severity.BLOCKER,
                        "version",
                        "Cassandra 3.11.19 does not tell who is connected (system_views came with 4.0).",
                        "Upgrade the cluster to 4.1 or later"),
                spoiled(
                        "the version has no guardrails",
                        allRun("4.0.13"),
                        Severity.WARNING,
                        "version",
                        "Cassandra 4.0.13 cannot refuse drops by itself (guardrails came with 4.1).",
                        "stop every job that drops or truncates tables"),
                spoiled(
                        "a keyspace is on SimpleStrategy",
                        withShop(TestClusters.simple(3)),
                        Severity.WARNING,
                        "keyspace shop",
                        "It is on SimpleStrategy, which does not know datacenters.",
                        "Nothing to do: the plan changes it to NetworkTopologyStrategy{dc_old=3} before any node joins;"
                                + " every row stays on the nodes where it is."),
                spoiled(
                        "a keyspace is on SimpleStrategy and racks matter",
                        withShop(TestClusters.simple(3)).members(TestClusters.members("dc_old", 1, 6)),
                        Severity.WARNING,
                        "keyspace shop",
                        "It is on SimpleStrategy, which does not know datacenters. Per datacenter its rows belong on other"
                                + " nodes: reads may miss rows until the repair that follows has ended.",
                        "and repairs it"),
                spoiled(
                        "a keyspace has a strategy of its own",
                        withShop(new Replication("EverywhereStrategy", Map.of())),
                        Severity.BLOCKER,
                        "keyspace shop",
                        "Convoy cannot count its replicas: it is on EverywhereStrategy.",
                        "Change it to NetworkTopologyStrategy and repair it"),
                spoiled(
                        "a keyspace is in the new datacenter already",
                        withShop(TestClusters.perDatacenter("dc_old", 3, "dc_new", 2)),
                        Severity.BLOCKER,
                        "keyspace shop",
                        "It already has 2 replicas in dc_new.",
                        "Roll back the run that set them"),
                spoiled(
                        "a keyspace has more replicas than the new datacenter has nodes",
                        withShop(TestClusters.perDatacenter("dc_old", 5)),
                        Severity.WARNING,
                        "keyspace shop",
                        "It has 5 replicas in dc_old, and dc_new has 3 nodes: it gets 3.",
                        "Add nodes to dc_new in the inventory"),
                spoiled(
                        "a keyspace is elsewhere",
                        withShop(TestClusters.perDatacenter("dc_far", 3)),
                        Severity.NOTE,
                        "keyspace shop",
                        "It has no replica in dc_old, so it gets none in dc_new.",
                        "Nothing to do"),
                spoiled(
                        "roles have one replica",
                        RingMaker.healthy()
                                .keyspaces(
                                        TestClusters.keyspace("system_auth", TestClusters.perDatacenter("dc_old", 1))),
                        Severity.WARNING,
                        "keyspace system_auth",
                        "It has one replica in dc_old: when the node that holds a role is down, nobody can log in with it."
                                + " The plan gives it one in dc_new, too.",
                        "Give it three replicas and repair it at once"),
                spoiled(
                        "tombstones live shorter than the move takes",
                        withTables("events", 0, "orders", 864_000, "audit", 60),
                        Severity.WARNING,
                        "keyspace shop",
                        "gc_grace_seconds of audit, events is shorter than the move, expected to take 3 min from the first"
                                + " write in dc_new to the verification: a replica that misses a deletion meanwhile brings"
                                + " the row back.",
                        "Set gc_grace_seconds to 864000"),
                spoiled(
                        "many tables have short-lived tombstones",
                        withTables("a", 0, "b", 0, "c", 0, "d", 0, "e", 0, "f", 0, "g", 0),
                        Severity.WARNING,
                        "keyspace shop",
                        "gc_grace_seconds of a, b, c, d, e and 2 more is shorter than the move, expected to take 3 min from"
                                + " the first write in dc_new to the verification: a replica that misses a deletion"
                                + " meanwhile brings the row back.",
                        "Set gc_grace_seconds to 864000"),
                spoiled(
                        "there is no superuser but cassandra",
                        RingMaker.healthy().superusers("cassandra"),
                        Severity.WARNING,
                        "roles",
                        "There is no superuser but 'cassandra', which cannot log in while half of all replicas of"
                                + " system_auth are away.",
                        "the plan makes the superuser 'convoy_admin' first. See that env:CONVOY_CASSANDRA_PASSWORD holds its"
                                + " password."),
                spoiled(
                        "the roles cannot be read",
                        RingMaker.healthy().superusers(),
                        Severity.WARNING,
                        "roles",
                        "Convoy saw no superuser that can log in: either it may not read the roles, or logins are not"
                                + " checked.",
                        "Give a superuser under 'access.credentials'"),
                spoiled(
                        "clients are superusers",
                        RingMaker.healthy()
                                .client("loader", true)
                                .client("loader", true)
                                .client("shop", false)
                                .client("convoy_admin", true),
                        Severity.WARNING,
                        "role loader",
                        "Clients are connected as this superuser. Guardrails do not bind superusers, and REVOKE does not"
                                + " either: a DROP TABLE of theirs during the freeze fails the rebuild, a TRUNCATE brings"
                                + " rows back.",
                        "Give these clients a role without SUPERUSER"),
                spoiled(
                        "a new node remembers a rebuild",
                        RingMaker.healthy()
                                .and(TestClusters.members("dc_new", 2, 3))
                                .member("127.0.2.2", member -> member.remembers("shop", "billing", "shop")),
                        Severity.BLOCKER,
                        "node 127.0.2.2",
                        "It remembers copied ranges of billing, shop (system.available_ranges_v2), which a rebuild would"
                                + " skip or stumble over.",
                        "never TRUNCATE"),
                spoiled(
                        "a new node's disk is too small",
                        RingMaker.healthy()
                                .and(TestClusters.members("dc_new", 2, 3))
                                .member("127.0.2.2", member -> member.diskFree("149MiB")),
                        Severity.BLOCKER,
                        "node 127.0.2.2",
                        "It has 149MiB free, and needs 150MiB for its share of 100MiB and for compaction.",
                        "Give it a larger disk, or plan more nodes."),
                spoiled(
                        "the new datacenter has nodes that nobody named",
                        RingMaker.healthy().and(TestClusters.members("dc_new", 2, 4)),
                        Severity.BLOCKER,
                        "datacenter dc_new",
                        "The ring already has 4 nodes in it, the target 3.",
                        "Name every node in the target"),
                spoiled(
                        "an address is taken",
                        RingMaker.healthy()
                                .members(List.of(
                                        TestClusters.member("dc_old", "127.0.1.1", "r1"),
                                        TestClusters.member("dc_old", "127.0.1.2", "r2"),
                                        TestClusters.member("dc_old", "127.0.2.1", "r3"))),
                        Severity.BLOCKER,
                        "node orders-dc_new-1",
                        "Its address 127.0.2.1 is that of a node of dc_old.",
                        "Give it an address of its own"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("spoiled")
    void oneFindingSaysWhatIsSoAndWhatToDo(String when, Topology ring, Finding expected) {
        List<Finding> found = found(ring, TestClusters.orders()).stream()
                .filter(finding -> finding.message().equals(expected.message()))
                .toList();

        assertThat(found).as(when).hasSize(1);
        assertThat(found.get(0).severity()).isEqualTo(expected.severity());
        assertThat(found.get(0).subject()).isEqualTo(expected.subject());
        assertThat(found.get(0).remedy()).contains(expected.remedy()).endsWith(".");
    }

    @Test
    void labelsThatNameAnotherClusterBlock() {
        CassandraCluster labelled = TestClusters.orders(
                List.of(TestClusters.target(3, Optional.of("dc_old"))),
                Map.of("cluster_name", "Orders Production", "partitioner", "Murmur3Partitioner"),
                TestClusters.orders().access());

        assertThat(found(RingMaker.healthy(), labelled))
                .containsExactly(new Finding(
                        Severity.BLOCKER,
                        "cluster_name",
                        "The inventory's label says 'Orders Production', the running cluster 'orders'.",
                        "See whether access.contactPoints lead to the right cluster; then correct the label. Nodes that"
                                + " differ in it never join."));
    }

    @Test
    void aDatacenterWithFewerRacksThanReplicasIsAWarning() {
        CassandraCluster narrow = TestClusters.orders(TestClusters.targetInOneRack(3));

        assertThat(found(RingMaker.healthy(), narrow))
                .extracting(Finding::message)
                .containsExactly(
                        "It has 1 racks for up to 3 replicas, dc_old has 3: the loss of one rack may cost a quorum.");
    }

    @Test
    void theGravestComesFirst() {
        RingMaker ring = withShop(TestClusters.simple(3)).member("127.0.1.2", member -> member.down());

        assertThat(judge(ring, TestClusters.orders()))
                .extracting(Finding::severity)
                .startsWith(Severity.BLOCKER, Severity.WARNING, Severity.NOTE);
    }

    @Test
    void aNodeThatCannotBeAskedIsNoSecondSchemaVersion() {
        RingMaker ring = RingMaker.healthy()
                .schema("UNREACHABLE", "127.0.1.3")
                .member("127.0.1.3", member -> member.mode("UNREACHABLE"));

        assertThat(found(ring, TestClusters.orders()))
                .extracting(Finding::subject)
                .containsExactly("node 127.0.1.3");
    }

    private static Arguments spoiled(
            String when, RingMaker ring, Severity severity, String subject, String message, String remedy) {
        return Arguments.of(when, ring.made(), new Finding(severity, subject, message, remedy));
    }

    private static RingMaker withShop(Replication replication) {
        return RingMaker.healthy()
                .keyspaces(
                        TestClusters.keyspace("system_auth", TestClusters.perDatacenter("dc_old", 3)),
                        TestClusters.keyspace("shop", replication));
    }

    private static RingMaker withTables(Object... namesAndSeconds) {
        List<Keyspace.Table> tables = new ArrayList<>();
        for (int i = 0; i < namesAndSeconds.length; i += 2) {
            tables.add(new Keyspace.Table((String) namesAndSeconds[i], (Integer) namesAndSeconds[i + 1]));
        }
        return RingMaker.healthy().keyspaces(new Keyspace("shop", TestClusters.perDatacenter("dc_old", 3), tables));
    }

    private static RingMaker allRun(String version) {
        return RingMaker.healthy()
                .member("127.0.1.1", member -> member.version(version))
                .member("127.0.1.2", member -> member.version(version))
                .member("127.0.1.3", member -> member.version(version));
    }

    private static List<Finding> judge(RingMaker ring, CassandraCluster cluster) {
        return new PreflightChecks(TestClusters.POLICY).judge(ring.made(), cluster);
    }

    private static List<Finding> found(RingMaker ring, CassandraCluster cluster) {
        return found(ring.made(), cluster);
    }

    /** Without the notes that every move has. */
    private static List<Finding> found(Topology ring, CassandraCluster cluster) {
        return new PreflightChecks(TestClusters.POLICY)
                .judge(ring, cluster).stream()
                        .filter(finding -> !STANDING.contains(finding.subject()))
                        .filter(finding -> !finding.message().contains("stays when the run has succeeded"))
                        .toList();
    }
}
