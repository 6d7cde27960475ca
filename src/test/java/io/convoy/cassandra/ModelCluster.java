package io.convoy.cassandra;

import io.convoy.inventory.Endpoint;
import io.convoy.plan.CassandraStep.DecommissionNode;
import io.convoy.plan.CassandraStep.LeaveDatacenter;
import io.convoy.plan.CassandraStep.SetReplication;
import io.convoy.plan.GeneralStep.ProvisionNodes;
import io.convoy.plan.Replication;
import io.convoy.plan.Step;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A ring and its keyspaces in memory; steps are done to it, and whatever else a test does. */
final class ModelCluster {

    final Map<String, Replication> keyspaces = new TreeMap<>();
    private final Map<String, Peer> ring = new TreeMap<>();

    static ModelCluster of(Topology topology) {
        ModelCluster model = new ModelCluster();
        topology.keyspaces().forEach(keyspace -> model.keyspaces.put(keyspace.name(), keyspace.replication()));
        topology.members().forEach(member -> model.join(member.address(), member.datacenter(), member.rack()));
        return model;
    }

    List<Peer> peers() {
        return List.copyOf(ring.values());
    }

    void join(String address, String datacenter, String rack) {
        ring.put(address, new Peer(address, new Endpoint(address, 9042), "host", datacenter, rack, "5.0.9", "one", 16));
    }

    void leave(String address) {
        ring.remove(address);
    }

    void take(Step step) {
        if (step instanceof SetReplication set) {
            keyspaces.put(set.keyspace(), set.replication());
        } else if (step instanceof ProvisionNodes provision) {
            provision
                    .nodes()
                    .forEach(node -> join(node.address().orElse(node.name()), provision.datacenter(), node.rack()));
        } else if (step instanceof LeaveDatacenter leave) {
            ring.values().removeIf(peer -> peer.datacenter().equals(leave.datacenter()));
        } else if (step instanceof DecommissionNode leave) {
            ring.remove(leave.address());
        }
    }
}
