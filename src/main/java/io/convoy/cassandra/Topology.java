package io.convoy.cassandra;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A running Cassandra cluster as Convoy sees it at one moment: everything that planning and preflight judge by.
 *
 * @param clusterName Cassandra's own {@code cluster_name}
 * @param partitioner its simple class name
 * @param snitch its simple class name
 * @param schemaVersions addresses by the schema version that they hold; unreachable nodes under {@code UNREACHABLE}
 * @param superusers roles with SUPERUSER that can log in
 * @param clients who is connected, node by node
 */
record Topology(
        String clusterName,
        String partitioner,
        String snitch,
        List<Member> members,
        List<Keyspace> keyspaces,
        Map<String, List<String>> schemaVersions,
        List<String> superusers,
        List<ClientConnection> clients) {

    Topology {
        members = List.copyOf(members);
        keyspaces = List.copyOf(keyspaces);
        schemaVersions = java.util.Collections.unmodifiableMap(new TreeMap<>(schemaVersions));
        superusers = List.copyOf(superusers);
        clients = List.copyOf(clients);
    }

    List<Member> in(String datacenter) {
        return members.stream()
                .filter(member -> member.datacenter().equals(datacenter))
                .toList();
    }
}
