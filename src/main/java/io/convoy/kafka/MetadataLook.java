package io.convoy.kafka;

import io.convoy.base.ClusterName;
import io.convoy.inventory.Cluster;
import io.convoy.inventory.Endpoint;
import io.convoy.inventory.KafkaCluster;
import io.convoy.inventory.KafkaMetadata;
import java.util.List;
import java.util.Optional;

/** Looks at the ZooKeeper ensemble that keeps a cluster's metadata. */
final class MetadataLook {

    private MetadataLook() {}

    /** Empty where the inventory names no ZooKeeper. */
    static Optional<MetadataServers> at(Cluster cluster) {
        return cluster.match(cassandra -> Optional.empty(), MetadataLook::at);
    }

    private static Optional<MetadataServers> at(KafkaCluster cluster) {
        List<Endpoint> targets =
                cluster.target().map(target -> target.zookeeperServers()).orElse(List.of());
        return cluster.metadata()
                .filter(metadata -> metadata.mode() == KafkaMetadata.Mode.ZOOKEEPER)
                .map(metadata -> look(cluster.name(), metadata, targets));
    }

    private static MetadataServers look(ClusterName cluster, KafkaMetadata metadata, List<Endpoint> targets) {
        EnsembleView seen = look(metadata.servers());
        return new MetadataServers(cluster, metadata, targets, seen, PromotionLook.at(metadata, seen));
    }

    private static EnsembleView look(List<Endpoint> servers) {
        return new EnsembleView(
                servers.stream()
                        .map(ServerWords::membership)
                        .filter(config -> !config.servers().isEmpty())
                        .findFirst()
                        .orElseGet(() -> stored(servers)),
                servers.stream().map(ServerWords::state).toList());
    }

    /** By the word of a znode, which every ensemble shows; a leader's may be older than its configuration. */
    private static EnsembleConfig stored(List<Endpoint> servers) {
        try (MetadataTree tree = MetadataTree.of(servers)) {
            return tree.config();
        }
    }
}
