package io.convoy.api;

import io.convoy.base.ByteSize;
import io.convoy.inventory.Cluster;
import io.convoy.inventory.Target;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A cluster in a list.
 *
 * @param regions where it stands today, as {@code provider/region}
 * @param nodes how many it has today
 * @param dataSize bytes, replicas included; null where nobody has said
 * @param strategy how it shall be moved; null where it shall not
 * @param wave the wave that it is in; null where it is in none
 * @param state of its newest run, or NOT_STARTED
 */
public record ClusterSummary(
        String name,
        String kind,
        String version,
        String environment,
        String tier,
        Owner owner,
        List<String> regions,
        int nodes,
        @Nullable Long dataSize,
        @Nullable String strategy,
        @Nullable String wave,
        String state) {

    /** Whose cluster it is; null where nobody has said. */
    public record Owner(@Nullable String team, @Nullable String contact) {}

    static ClusterSummary of(Cluster cluster, ClusterProgress progress) {
        return new ClusterSummary(
                cluster.name().value(),
                cluster.kind().word(),
                cluster.version(),
                cluster.environment().word(),
                cluster.tier(),
                new Owner(
                        cluster.owner().team().orElse(null),
                        cluster.owner().contact().orElse(null)),
                cluster.datacenters().stream()
                        .map(datacenter -> datacenter.provider() + "/" + datacenter.region())
                        .distinct()
                        .toList(),
                cluster.nodeCount(),
                cluster.dataSize().map(ByteSize::bytes).orElse(null),
                cluster.target().map(Target::strategy).orElse(null),
                progress.waveOf(cluster.name()).orElse(null),
                progress.stateOf(cluster.name()));
    }
}
