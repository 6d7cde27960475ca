package io.convoy.cassandra;

import io.convoy.plan.CassandraStep.DecommissionNode;
import io.convoy.plan.CassandraStep.JoinDatacenter;
import io.convoy.plan.CassandraStep.LeaveDatacenter;
import io.convoy.plan.CassandraStep.SetReplication;
import io.convoy.plan.Replication;
import io.convoy.plan.Step;
import java.util.Map;
import java.util.TreeMap;

/** A cluster in memory that knows its keyspaces and nodes, and refuses what Cassandra refuses. */
final class ReplicationModel {

    final Map<String, Replication> keyspaces = new TreeMap<>();
    final Map<String, Integer> nodes = new TreeMap<>();

    static ReplicationModel of(Topology topology) {
        ReplicationModel model = new ReplicationModel();
        topology.keyspaces().forEach(keyspace -> model.keyspaces.put(keyspace.name(), keyspace.replication()));
        topology.members().forEach(member -> model.nodes.merge(member.datacenter(), 1, Integer::sum));
        return model;
    }

    void take(Step step) {
        if (step instanceof SetReplication change) {
            alter(change);
        } else if (step instanceof JoinDatacenter join) {
            nodes.put(
                    join.datacenter(),
                    join.nodesPerRack().values().stream().mapToInt(i -> i).sum());
        } else if (step instanceof LeaveDatacenter leave) {
            nodes.remove(leave.datacenter());
        } else if (step instanceof DecommissionNode leave) {
            decommission(leave);
        }
    }

    private void alter(SetReplication change) {
        Replication replication = change.replication();
        if (replication.isPerDatacenter()) {
            for (String datacenter : replication.factors().keySet()) {
                require(nodes.containsKey(datacenter), "Unrecognized datacenter " + datacenter);
            }
        }
        if (change.keyspace().equals("system_auth") && replication.isPerDatacenter()) {
            for (String active : nodes.keySet()) {
                require(replication.in(active) > 0, active + " has active nodes and must be in system_auth");
            }
        }
        keyspaces.put(change.keyspace(), replication);
    }

    private void decommission(DecommissionNode leave) {
        int left = nodes.getOrDefault(leave.datacenter(), 0) - 1;
        require(left >= 0, "No node left in " + leave.datacenter());
        int needed = keyspaces.values().stream()
                .mapToInt(each -> each.in(leave.datacenter()))
                .max()
                .orElse(0);
        require(leave.force() || left >= needed, "Not enough live nodes to maintain replication factor");
        nodes.put(leave.datacenter(), left);
        nodes.values().removeIf(count -> count == 0);
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalStateException(message);
        }
    }
}
