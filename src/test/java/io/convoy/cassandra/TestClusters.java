package io.convoy.cassandra;

import io.convoy.base.ByteSize;
import io.convoy.base.ClusterName;
import io.convoy.base.SecretReference;
import io.convoy.inventory.Access;
import io.convoy.inventory.CassandraCluster;
import io.convoy.inventory.ClusterProfile;
import io.convoy.inventory.CountedNodes;
import io.convoy.inventory.Datacenter;
import io.convoy.inventory.Endpoint;
import io.convoy.inventory.Environment;
import io.convoy.inventory.NamedNodes;
import io.convoy.inventory.Node;
import io.convoy.inventory.Owner;
import io.convoy.inventory.Standing;
import io.convoy.inventory.Target;
import io.convoy.inventory.Target.Cutover;
import io.convoy.inventory.Target.TargetDatacenter;
import io.convoy.plan.Replication;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** A cluster of three nodes in dc_old, in as many racks, which shall move to dc_new; and what was seen of it. */
final class TestClusters {

    static final PlanningPolicy POLICY =
            new PlanningPolicy("convoy_admin", new SecretReference("env:CONVOY_CASSANDRA_PASSWORD"), Pace.USUAL);

    private static final Access ACCESS =
            new Access(List.of(new Endpoint("127.0.1.1", 9042)), Optional.empty(), Optional.empty());

    private TestClusters() {}

    static CassandraCluster orders() {
        return orders(target(3, Optional.of("dc_old")));
    }

    static CassandraCluster orders(TargetDatacenter target) {
        return orders(List.of(target), Map.of(), Optional.of(ACCESS));
    }

    static CassandraCluster orders(
            List<TargetDatacenter> targets, Map<String, String> labels, Optional<Access> access) {
        Standing standing = new Standing(Environment.PRODUCTION, "gold", Owner.UNKNOWN, labels);
        return new CassandraCluster(
                new ClusterProfile(new ClusterName("orders"), "5.0.9", standing, Optional.of(ByteSize.parse("3GiB"))),
                List.of(datacenter("dc_old", 1, 3)),
                access,
                Optional.of(new Target(AddDatacenterPlan.STRATEGY, targets, Optional.of(Cutover.GATE))));
    }

    static TargetDatacenter target(int nodes, Optional<String> replaces) {
        return new TargetDatacenter(datacenter("dc_new", 2, nodes), replaces);
    }

    static TargetDatacenter targetInOneRack(int nodes) {
        CountedNodes layout = new CountedNodes(List.of(new CountedNodes.Group("r1", nodes, Optional.empty())));
        return new TargetDatacenter(new Datacenter("dc_new", "lab", "local", layout), Optional.of("dc_old"));
    }

    private static Datacenter datacenter(String name, int net, int count) {
        List<Node> nodes = IntStream.rangeClosed(1, count)
                .mapToObj(i -> new Node(
                        "orders-" + name + "-" + i,
                        Optional.of("127.0." + net + "." + i),
                        "r" + ((i - 1) % 3 + 1),
                        Optional.empty()))
                .toList();
        return new Datacenter(name, "lab", "local", new NamedNodes(nodes));
    }

    static Member member(String datacenter, String address, String rack) {
        return new Member(
                address,
                "host-" + address,
                datacenter,
                rack,
                "5.0.9",
                true,
                "NORMAL",
                16,
                ByteSize.parse("100MiB"),
                Optional.of(ByteSize.parse("10GiB")),
                List.of(),
                List.of());
    }

    static List<Member> members(String datacenter, int net, int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> member(datacenter, "127.0." + net + "." + i, "r" + ((i - 1) % 3 + 1)))
                .toList();
    }

    static Keyspace keyspace(String name, Replication replication) {
        return new Keyspace(name, replication, List.of(new Keyspace.Table("rows", 864_000)));
    }

    static Replication simple(int replicas) {
        return new Replication(Replication.SIMPLE, Map.of("replication_factor", replicas));
    }

    static Replication perDatacenter(Object... factors) {
        Map<String, Integer> all = new java.util.TreeMap<>();
        for (int i = 0; i < factors.length; i += 2) {
            all.put((String) factors[i], (Integer) factors[i + 1]);
        }
        return Replication.perDatacenter(all);
    }

    static List<Keyspace> keyspaces() {
        return List.of(
                keyspace("system_auth", simple(3)),
                keyspace("system_distributed", simple(3)),
                keyspace("system_traces", simple(2)),
                keyspace("reaper_db", perDatacenter("dc_old", 3)),
                keyspace("billing", perDatacenter("dc_old", 2)),
                keyspace("shop", perDatacenter("dc_old", 3)));
    }

    static Topology ring() {
        return ring(members("dc_old", 1, 3), keyspaces());
    }

    static Topology ring(List<Member> members, List<Keyspace> keyspaces) {
        return new Topology(
                "orders",
                "Murmur3Partitioner",
                "GossipingPropertyFileSnitch",
                members,
                keyspaces,
                Map.of("v1", members.stream().map(Member::address).toList()),
                List.of("cassandra", "convoy"),
                List.of());
    }

    static List<Member> with(List<Member> members, Member another) {
        List<Member> all = new ArrayList<>(members);
        all.removeIf(member -> member.address().equals(another.address()));
        all.add(another);
        return all;
    }
}
