package io.convoy;

import io.convoy.base.ClusterName;
import io.convoy.inventory.Access;
import io.convoy.inventory.CassandraCluster;
import io.convoy.inventory.Cluster;
import io.convoy.inventory.ClusterProfile;
import io.convoy.inventory.Datacenter;
import io.convoy.inventory.Endpoint;
import io.convoy.inventory.Environment;
import io.convoy.inventory.NamedNodes;
import io.convoy.inventory.Node;
import io.convoy.inventory.Owner;
import io.convoy.inventory.Standing;
import io.convoy.inventory.Target;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Small clusters for tests. */
public final class TestClusters {

    private TestClusters() {}

    /** Three nodes in {@code dc_old} (10.0.0.1 …), and three to come in {@code dc_new} (10.0.1.1 …). */
    public static Cluster moving(String name) {
        Datacenter source = datacenter(name, "dc_old", "10.0.0.");
        Datacenter target = datacenter(name, "dc_new", "10.0.1.");
        return new CassandraCluster(
                new ClusterProfile(
                        new ClusterName(name),
                        "5.0.9",
                        new Standing(Environment.STAGING, "gold", Owner.UNKNOWN, Map.of()),
                        Optional.empty()),
                List.of(source),
                Optional.of(new Access(List.of(new Endpoint("10.0.0.1", 9042)), Optional.empty(), Optional.empty())),
                Optional.of(new Target(
                        "cassandra-add-datacenter",
                        List.of(new Target.TargetDatacenter(target, Optional.of("dc_old"))),
                        Optional.empty())));
    }

    private static Datacenter datacenter(String cluster, String name, String network) {
        List<Node> nodes = IntStream.rangeClosed(1, 3)
                .mapToObj(number -> new Node(
                        cluster + "-" + name + "-" + number,
                        Optional.of(network + number),
                        "rack" + number,
                        Optional.empty()))
                .toList();
        return new Datacenter(name, "aws", "us-east-1", new NamedNodes(nodes));
    }
}
