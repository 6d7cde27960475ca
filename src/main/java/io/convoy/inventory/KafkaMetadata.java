package io.convoy.inventory;

import io.convoy.base.ClusterName;
import java.util.List;
import java.util.Optional;

/**
 * Where a Kafka cluster keeps its metadata.
 *
 * @param servers the ZooKeeper servers; none for KRaft
 * @param chroot the cluster's path in ZooKeeper, for example {@code /clicks}
 * @param sharedWith the other clusters that live in the same ZooKeeper
 */
public record KafkaMetadata(Mode mode, List<Endpoint> servers, Optional<String> chroot, List<ClusterName> sharedWith) {

    /** Who keeps the metadata. */
    public enum Mode {
        ZOOKEEPER,
        KRAFT
    }

    public static final KafkaMetadata KRAFT = new KafkaMetadata(Mode.KRAFT, List.of(), Optional.empty(), List.of());

    public KafkaMetadata {
        servers = List.copyOf(servers);
        sharedWith = List.copyOf(sharedWith);
        chroot.ifPresent(KafkaMetadata::checkedChroot);
        boolean zookeeper = mode == Mode.ZOOKEEPER;
        if (zookeeper == servers.isEmpty()) {
            throw new IllegalArgumentException(
                    "ZooKeeper servers are named when, and only when, the mode is zookeeper");
        }
        if (!zookeeper && (chroot.isPresent() || !sharedWith.isEmpty())) {
            throw new IllegalArgumentException("Only ZooKeeper has a chroot and is shared");
        }
    }

    static String checkedChroot(String path) {
        if (!path.matches("(/[A-Za-z0-9._-]+)+")) {
            throw new IllegalArgumentException(Quoted.of(path) + " is not a chroot: write a path such as /clicks");
        }
        return path;
    }
}
