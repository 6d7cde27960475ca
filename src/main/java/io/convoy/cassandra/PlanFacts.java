package io.convoy.cassandra;

import io.convoy.base.ByteSize;
import io.convoy.inventory.Datacenter;
import io.convoy.plan.Fact;
import io.convoy.plan.Fact.Weight;
import io.convoy.plan.PlannedNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a plan relies on. Tables are no facts: customers' jobs make and drop them all day. Whatever a cluster in use changes by
 * itself is left out or rounded.
 */
final class PlanFacts {

    private static final String NODE = "node.";
    private static final String KEYSPACE = "keyspace.";
    private static final String REPLICATION = ".replication";

    private PlanFacts() {}

    static List<Fact> of(Move move, PlanningPolicy policy) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("observed", move.observed().isPresent() ? "yes" : "no", Weight.BINDING));
        target(move, facts);
        move.observed().ifPresent(topology -> {
            software(move, topology, facts);
            members(move, facts);
            keyspaces(topology, facts);
            String superuser = policy.superuser();
            facts.add(new Fact(
                    "superuser." + superuser,
                    topology.superusers().contains(superuser) ? "present" : "absent",
                    Weight.REVIEW));
        });
        return List.copyOf(facts);
    }

    /** Whether the plan was made from a cluster that answered. */
    static boolean haveSeenTheCluster(List<Fact> facts) {
        return facts.stream()
                .anyMatch(fact -> fact.name().equals("observed") && fact.value().equals("yes"));
    }

    /** Datacenter and rack of each node that was seen, by its address. */
    static Map<String, String> nodes(List<Fact> facts) {
        return named(facts, NODE, "");
    }

    /** How each keyspace that was seen is replicated. */
    static Map<String, String> replications(List<Fact> facts) {
        return named(facts, KEYSPACE, REPLICATION);
    }

    private static Map<String, String> named(List<Fact> facts, String prefix, String suffix) {
        return facts.stream()
                .filter(fact -> fact.name().startsWith(prefix) && fact.name().endsWith(suffix))
                .collect(Collectors.toMap(
                        fact -> fact.name()
                                .substring(prefix.length(), fact.name().length() - suffix.length()),
                        Fact::value));
    }

    private static void target(Move move, List<Fact> facts) {
        Datacenter target = move.target();
        String place = target.provider() + " " + target.region();
        String role = move.replaces() ? "replaces " + move.source() : "beside " + move.source();
        facts.add(new Fact("target." + target.name(), role + ", " + place, Weight.BINDING));
        TreeMap<String, List<PlannedNode>> racks = move.targetNodes().stream()
                .collect(Collectors.groupingBy(PlannedNode::rack, TreeMap::new, Collectors.toList()));
        racks.forEach((rack, nodes) ->
                facts.add(new Fact("target." + target.name() + "." + rack, described(nodes), Weight.BINDING)));
    }

    private static String described(List<PlannedNode> nodes) {
        return nodes.stream().map(PlanFacts::described).collect(Collectors.joining(", "));
    }

    private static String described(PlannedNode node) {
        return node.name()
                + node.address().map(address -> " " + address).orElse("")
                + node.nodeSize().map(size -> " " + size).orElse("");
    }

    private static void software(Move move, Topology topology, List<Fact> facts) {
        facts.add(new Fact("cluster.name", topology.clusterName(), Weight.BINDING));
        facts.add(new Fact("cluster.partitioner", topology.partitioner(), Weight.BINDING));
        facts.add(new Fact("cluster.snitch", topology.snitch(), Weight.BINDING));
        String versions =
                move.members().map(Member::version).distinct().sorted().collect(Collectors.joining(", "));
        facts.add(new Fact("cluster.versions", versions, Weight.REVIEW));
        boolean agreed = RingChecks.heldVersions(topology).size() == 1;
        facts.add(new Fact("cluster.schema", agreed ? "one version" : "several versions", Weight.INFORMATIVE));
    }

    private static void members(Move move, List<Fact> facts) {
        move.members()
                .map(member ->
                        new Fact(NODE + member.address(), member.datacenter() + " " + member.rack(), Weight.BINDING))
                .forEach(facts::add);
        ByteSize data = move.data();
        facts.add(new Fact("data." + move.source(), "at most " + data, Weight.INFORMATIVE));
    }

    private static void keyspaces(Topology topology, List<Fact> facts) {
        topology.keyspaces().stream()
                .map(keyspace -> new Fact(
                        KEYSPACE + keyspace.name() + REPLICATION,
                        keyspace.replication().toString(),
                        Weight.BINDING))
                .forEach(facts::add);
    }
}
