package io.convoy.program;

import io.convoy.base.ClusterName;
import io.convoy.inventory.Cluster;
import io.convoy.inventory.Target;
import java.time.Duration;
import java.util.Map;

/**
 * A cluster as decisions see it.
 *
 * @param nodes how many are made for it, or are there where nothing is made
 * @param dataBytes of all its replicas, 0 where nobody has said
 * @param expected how long its move is likely to take
 */
public record Subject(ClusterName name, Traits traits, int nodes, long dataBytes, Duration expected) {

    public static Subject of(Cluster cluster, Pace pace) {
        int made = cluster.target().stream()
                .flatMap(target -> target.datacenters().stream())
                .map(Target.TargetDatacenter::datacenter)
                .mapToInt(io.convoy.inventory.Datacenter::nodeCount)
                .sum();
        int nodes = made == 0 ? cluster.nodeCount() : made;
        long bytes = cluster.dataSize().map(io.convoy.base.ByteSize::bytes).orElse(0L);
        return new Subject(cluster.name(), Traits.of(cluster), nodes, bytes, pace.expected(nodes, bytes));
    }

    /** One that a program names and nobody has imported. */
    public static Subject unknown(ClusterName name) {
        return new Subject(name, new Traits(Map.of(Dimension.FLEET, java.util.Set.of("fleet"))), 0, 0, Duration.ZERO);
    }
}
