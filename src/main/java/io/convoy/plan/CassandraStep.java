package io.convoy.plan;

import io.convoy.base.SecretReference;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Steps that move an Apache Cassandra cluster. */
public sealed interface CassandraStep extends Step {

    /** Nothing about the live cluster stands in the way of bringing {@code target} in beside {@code source}. */
    record Preflight(String source, String target) implements CassandraStep {}

    /** A superuser of Convoy's own exists, so that nobody depends on the role {@code cassandra}, which reads at QUORUM. */
    record EnsureSuperuser(String role, SecretReference password) implements CassandraStep {}

    /** The role does not exist. */
    record DropSuperuser(String role) implements CassandraStep {}

    /** The keyspace is replicated exactly so, and every node agrees on the schema. */
    record SetReplication(String keyspace, Replication replication) implements CassandraStep {}

    /** The replicas of this keyspace agree with each other (a full repair has ended well on every node of the datacenters). */
    record RepairKeyspace(String keyspace, List<String> datacenters) implements CassandraStep {
        public RepairKeyspace {
            datacenters = List.copyOf(datacenters);
        }
    }

    /** Every node of the datacenter is up, normal, in its rack, and shares one schema version with all others. */
    record JoinDatacenter(String datacenter, Map<String, Integer> nodesPerRack) implements CassandraStep {
        public JoinDatacenter {
            nodesPerRack = Collections.unmodifiableMap(new TreeMap<>(nodesPerRack));
        }
    }

    /** No node of the datacenter is in the ring; none of them has left data behind that a quorum needs. */
    record LeaveDatacenter(String datacenter) implements CassandraStep {}

    /** No table can be dropped or truncated anywhere in the cluster, and nobody holds a permit to do so. */
    record FreezeSchema(List<String> datacenters) implements CassandraStep {
        public FreezeSchema {
            datacenters = List.copyOf(datacenters);
        }
    }

    /** The freeze of this run is over, and every node has its own settings again. */
    record ReleaseSchema() implements CassandraStep {}

    /**
     * Every node of the datacenter holds every range that it owns, each read from such source replicas that whatever a quorum
     * of the source had, a quorum of the target has.
     *
     * @param concurrency how many nodes rebuild at the same time
     */
    record RebuildDatacenter(String datacenter, String source, List<String> keyspaces, int concurrency)
            implements CassandraStep {
        public RebuildDatacenter {
            keyspaces = List.copyOf(keyspaces);
        }
    }

    /** Both datacenters hold the same data: compared range by range, without streaming any. */
    record VerifyDatacenter(String datacenter, String source, List<String> keyspaces) implements CassandraStep {
        public VerifyDatacenter {
            keyspaces = List.copyOf(keyspaces);
        }
    }

    /** No client is connected to the datacenter's nodes, seen twice, and none of their request counters moved in between. */
    record ProveNoClients(String datacenter, Duration apart) implements CassandraStep {}

    /**
     * The node has left the ring: decommissioned where it is up, removed where it is down.
     *
     * @param force leave even where that brings a keyspace below its replication factor
     */
    record DecommissionNode(String address, String datacenter, boolean force) implements CassandraStep {
        @Override
        public boolean interruptible() {
            return false;
        }
    }

    /** No node of the datacenter remembers ranges of an earlier rebuild, which a later one would skip. */
    record ForgetRebuild(String datacenter) implements CassandraStep {}
}
