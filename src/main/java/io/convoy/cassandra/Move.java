package io.convoy.cassandra;

import io.convoy.base.ByteSize;
import io.convoy.base.Problem;
import io.convoy.base.Refusal;
import io.convoy.inventory.CassandraCluster;
import io.convoy.inventory.Cluster;
import io.convoy.inventory.Datacenter;
import io.convoy.inventory.Target.TargetDatacenter;
import io.convoy.plan.PlannedNode;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What a plan is made for: one datacenter comes in beside {@code source} and, where it replaces it, {@code source} goes.
 * Everything that it hands out, the observed ring included, is in an order that does not depend on who was seen first.
 *
 * @param observed the running cluster; empty where nobody could look at it
 */
record Move(CassandraCluster cluster, TargetDatacenter planned, String source, Optional<Topology> observed) {

    private static final int MOST_AT_A_TIME = 8;

    Move {
        observed = observed.map(Move::sorted);
    }

    /** Reads the move from the cluster's target; refuses one that this strategy cannot make. */
    static Move of(Cluster cluster, Optional<Topology> observed) {
        CassandraCluster cassandra = cluster.match(Optional::of, kafka -> Optional.<CassandraCluster>empty())
                .orElseThrow(() -> refusal(cluster, "/kind", "it is no Cassandra cluster"));
        List<TargetDatacenter> planned =
                cassandra.target().map(target -> target.datacenters()).orElse(List.of());
        if (planned.size() != 1) {
            throw refusal(
                    cluster,
                    "/target/datacenters",
                    "its target names " + planned.size()
                            + " datacenters: name one, and move the others in plans of their own");
        }
        TargetDatacenter target = planned.get(0);
        String source =
                target.replaces().orElseGet(() -> cassandra.datacenters().get(0).name());
        return new Move(cassandra, target, source, observed);
    }

    private static Refusal refusal(Cluster cluster, String pointer, String because) {
        return Refusal.invalid(
                "Cluster " + cluster.name() + " cannot be planned with " + AddDatacenterPlan.STRATEGY + ": " + because,
                List.of(Problem.at(pointer, because)));
    }

    Datacenter target() {
        return planned.datacenter();
    }

    String targetName() {
        return target().name();
    }

    boolean replaces() {
        return planned.replaces().isPresent();
    }

    /** The ring's members in one datacenter, rack by rack; none where nobody could look. */
    List<Member> members(String datacenter) {
        return members()
                .filter(member -> member.datacenter().equals(datacenter))
                .toList();
    }

    Stream<Member> members() {
        return observed.stream().flatMap(topology -> topology.members().stream());
    }

    /** The datacenters that are there before the move. */
    List<String> presentDatacenters() {
        Stream<String> seen = observed.isPresent()
                ? members().map(Member::datacenter)
                : cluster.datacenters().stream().map(Datacenter::name);
        return seen.filter(datacenter -> !datacenter.equals(targetName()))
                .distinct()
                .sorted()
                .toList();
    }

    /** All datacenters while both the old one and the new one are there. */
    List<String> allDatacenters() {
        TreeSet<String> all = new TreeSet<>(presentDatacenters());
        all.add(targetName());
        return List.copyOf(all);
    }

    /** The source's nodes: the ring's members under the inventory's names for them, or the inventory's where nobody looked. */
    List<PlannedNode> sourceNodes() {
        if (observed.isEmpty()) {
            return inventoryNodes(source).toList();
        }
        return members(source).stream().map(this::named).toList();
    }

    List<PlannedNode> targetNodes() {
        return nodes(target()).toList();
    }

    /** Every keyspace with a replica in the source, in the order in which they are moved. */
    List<KeyspaceMove> keyspaces() {
        return observed.stream()
                .flatMap(topology -> topology.keyspaces().stream())
                .map(keyspace -> KeyspaceMove.of(keyspace, this))
                .filter(keyspace -> keyspace.settled().in(source) > 0)
                .sorted(KeyspaceMove.ORDER)
                .toList();
    }

    /** Those that both datacenters must agree about; into system_distributed and system_traces every repair writes. */
    List<String> comparedKeyspaces() {
        return keyspaces().stream()
                .filter(keyspace -> keyspace.isSystemAuth() || !keyspace.isSystem())
                .map(KeyspaceMove::name)
                .toList();
    }

    /** The source's data, rounded up to a power of two; nothing where neither the ring nor the inventory knows. */
    ByteSize data() {
        long bytes = observed.isPresent() ? observedBytes() : inventoryBytes();
        return new ByteSize(bytes <= 1 ? bytes : Long.highestOneBit(bytes - 1) << 1);
    }

    /** One node rebuilds for every three that it can read from, so that the source keeps serving its clients. */
    int rebuildConcurrency() {
        int readable = sourceNodes().size() / 3;
        return Math.max(1, Math.min(Math.min(readable, target().nodeCount()), MOST_AT_A_TIME));
    }

    private static Topology sorted(Topology seen) {
        return new Topology(
                seen.clusterName(),
                seen.partitioner(),
                seen.snitch(),
                seen.members().stream().sorted(AddressOrder.BY_RACK).toList(),
                seen.keyspaces().stream()
                        .sorted(Comparator.comparing(Keyspace::name))
                        .toList(),
                seen.schemaVersions(),
                seen.superusers(),
                seen.clients());
    }

    private long observedBytes() {
        return members(source).stream()
                .mapToLong(member -> member.load().bytes())
                .sum();
    }

    private long inventoryBytes() {
        long all = cluster.dataSize().map(ByteSize::bytes).orElse(0L);
        return all / cluster.nodeCount() * sourceNodes().size();
    }

    private PlannedNode named(Member member) {
        Optional<PlannedNode> known = inventoryNodes(source)
                .filter(node -> node.address().equals(Optional.of(member.address())))
                .findFirst();
        return new PlannedNode(
                known.map(PlannedNode::name).orElse(member.address()),
                member.rack(),
                Optional.of(member.address()),
                known.flatMap(PlannedNode::nodeSize),
                Optional.empty());
    }

    private Stream<PlannedNode> inventoryNodes(String datacenter) {
        return cluster.datacenter(datacenter).stream().flatMap(this::nodes);
    }

    private Stream<PlannedNode> nodes(Datacenter datacenter) {
        return datacenter.nodes(cluster.name()).stream()
                .map(PlannedNode::of)
                .sorted(Comparator.comparing(PlannedNode::rack, AddressOrder.BY_NUMBER)
                        .thenComparing(PlannedNode::name, AddressOrder.BY_NUMBER));
    }
}
