package io.convoy.inventory;

import io.convoy.base.ClusterName;
import io.convoy.base.SecretReference;
import java.util.List;
import java.util.Optional;

/**
 * Where a Kafka cluster keeps its metadata.
 *
 * @param servers the ZooKeeper servers; none for KRaft
 * @param chroot the cluster's path in ZooKeeper, for example {@code /clicks}
 * @param sharedWith the other clusters that live in the same ZooKeeper
 * @param credentials of ZooKeeper's super user, {@code user:password}; where they are named, Convoy may change which servers vote
 */
public record KafkaMetadata(
        Mode mode,
        List<Endpoint> servers,
        Optional<String> chroot,
        List<ClusterName> sharedWith,
        Optional<SecretReference> credentials) {

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
        if (!zookeeper && (chroot.isPresent() || !sharedWith.isEmpty() || credentials.isPresent())) {
            throw new IllegalArgumentException("Only ZooKeeper has a chroot and a super user, and is shared");
        }
    }

    /** One whose super user nobody has named. */
    public KafkaMetadata(Mode mode, List<Endpoint> servers, Optional<String> chroot, List<ClusterName> sharedWith) {
        this(mode, servers, chroot, sharedWith, Optional.empty());
    }

    static String checkedChroot(String path) {
        if (!path.matches("(/[A-Za-z0-9._-]+)+")) {
            throw new IllegalArgumentException(Quoted.of(path) + " is not a chroot: write a path such as /clicks");
        }
        return path;
    }
}
