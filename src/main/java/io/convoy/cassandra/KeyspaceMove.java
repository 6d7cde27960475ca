package io.convoy.cassandra;

import io.convoy.plan.Replication;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One keyspace's way from the old datacenter to the new one.
 *
 * @param found as the cluster has it today
 * @param settled counted per datacenter, before any node joins
 * @param spread in the new datacenter as well
 * @param placementKept whether every row lies on the same nodes when settled as it was found
 */
record KeyspaceMove(
        String name, Replication found, Replication settled, Replication spread, boolean placementKept, String source) {

    static final String SYSTEM_AUTH = "system_auth";

    private static final String SIMPLE_FACTOR = "replication_factor";
    private static final List<String> FIRST = List.of(SYSTEM_AUTH, "system_distributed", "system_traces");
    private static final List<String> TOOLS = List.of("reaper", "reaper_db");

    /** system_auth first, so that every new node can let clients in; then Cassandra's own, its tools', the users'. */
    static final Comparator<KeyspaceMove> ORDER =
            Comparator.comparing((KeyspaceMove keyspace) -> rank(keyspace.name)).thenComparing(KeyspaceMove::name);

    static KeyspaceMove of(Keyspace keyspace, Move move) {
        Replication settled = settled(keyspace, move);
        int replicas = Math.min(settled.in(move.source()), move.target().nodeCount());
        return new KeyspaceMove(
                keyspace.name(),
                keyspace.replication(),
                settled,
                settled.with(move.targetName(), replicas),
                settled.equals(keyspace.replication()) || placementKept(keyspace, move),
                move.source());
    }

    boolean isSystemAuth() {
        return name.equals(SYSTEM_AUTH);
    }

    /** Whether it is Cassandra's own and next to empty. */
    boolean isSystem() {
        return name.startsWith("system_");
    }

    boolean isSettled() {
        return found.equals(settled);
    }

    /** Without the old datacenter. */
    Replication moved() {
        return spread.without(source);
    }

    private static Replication settled(Keyspace keyspace, Move move) {
        Replication found = keyspace.replication();
        if (found.strategy().equals(Replication.SIMPLE)) {
            return Replication.perDatacenter(everywhere(found.factors().getOrDefault(SIMPLE_FACTOR, 1), move));
        }
        if (!keyspace.name().equals(SYSTEM_AUTH) || !found.isPerDatacenter()) {
            return found;
        }
        // Cassandra refuses any change of system_auth that leaves out a datacenter with active nodes.
        Map<String, Integer> factors = everywhere(found.in(move.source()), move);
        factors.putAll(found.factors());
        return Replication.perDatacenter(factors);
    }

    private static Map<String, Integer> everywhere(int factor, Move move) {
        List<String> datacenters = move.presentDatacenters();
        Map<String, Integer> factors = new TreeMap<>();
        for (String datacenter : datacenters) {
            int nodes = move.members(datacenter).size();
            factors.put(datacenter, datacenters.size() == 1 ? factor : Math.min(factor, nodes));
        }
        return factors;
    }

    /**
     * SimpleStrategy takes the next nodes of the ring, NetworkTopologyStrategy the next racks. These are the same nodes where all
     * are in one datacenter and either one replica or every node is asked for, or the racks make no difference.
     */
    private static boolean placementKept(Keyspace keyspace, Move move) {
        int factor = keyspace.replication().factors().getOrDefault(SIMPLE_FACTOR, 1);
        List<Member> members = move.members(move.source());
        long racks = members.stream().map(Member::rack).distinct().count();
        return keyspace.replication().strategy().equals(Replication.SIMPLE)
                && move.presentDatacenters().size() == 1
                && (factor == 1 || factor >= members.size() || racks == 1 || racks == members.size());
    }

    private static int rank(String name) {
        if (FIRST.contains(name)) {
            return FIRST.indexOf(name);
        }
        if (name.startsWith("system_")) {
            return FIRST.size();
        }
        return TOOLS.contains(name) ? FIRST.size() + 1 : FIRST.size() + 2;
    }
}
