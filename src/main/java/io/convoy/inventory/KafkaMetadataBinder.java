package io.convoy.inventory;

import io.convoy.base.ClusterName;
import io.convoy.inventory.Item.Scalar;
import io.convoy.inventory.KafkaMetadata.Mode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads who keeps a Kafka cluster's metadata. */
final class KafkaMetadataBinder {

    private static final List<String> KEYS = List.of("mode", "servers", "chroot", "sharedWith");
    private static final List<String> ZOOKEEPER_KEYS = List.of("servers", "chroot", "sharedWith");

    private final Problems problems;
    private final Sharing sharing;

    KafkaMetadataBinder(Problems problems, Sharing sharing) {
        this.problems = problems;
        this.sharing = sharing;
    }

    Optional<KafkaMetadata> bind(Item item, ClusterName cluster) {
        return Fields.of(item, problems, KEYS).flatMap(fields -> {
            int before = problems.count();
            Optional<Mode> mode = fields.required("mode", text -> Words.oneOf(Mode.class, "a mode of metadata", text));
            mode.ifPresent(given -> checkKeys(given, fields));
            List<Endpoint> servers = new AccessBinder(problems).endpoints(fields, "servers");
            Optional<String> chroot = fields.optional("chroot", KafkaMetadata::checkedChroot);
            List<ClusterName> sharedWith = sharedWith(fields, cluster);
            chroot.ifPresent(path -> sharing.chroot(cluster, path));
            return problems.count() > before
                    ? Optional.empty()
                    : mode.map(given -> new KafkaMetadata(given, servers, chroot, sharedWith));
        });
    }

    private void checkKeys(Mode mode, Fields fields) {
        boolean serversMissing = fields.list("servers").isEmpty();
        switch (mode) {
            case ZOOKEEPER -> {
                if (serversMissing) {
                    problems.add(fields.place(), "'servers' is missing: name the ZooKeeper servers as host:port");
                }
            }
            case KRAFT ->
                ZOOKEEPER_KEYS.forEach(key -> fields.item(key)
                        .ifPresent(item -> problems.add(
                                item.place(), "'" + key + "' is for mode zookeeper: remove it, or correct the mode")));
        }
    }

    private List<ClusterName> sharedWith(Fields fields, ClusterName cluster) {
        List<ClusterName> others = new ArrayList<>();
        for (Item item : fields.list("sharedWith")) {
            if (item instanceof Scalar scalar) {
                problems.attempt(
                                item.place(),
                                () -> new ClusterName(scalar.text().strip()))
                        .ifPresent(other -> {
                            others.add(other);
                            sharing.add(cluster, other, item.place());
                        });
            } else {
                problems.add(item.place(), "Here stands " + item.description() + ": write a cluster's name");
            }
        }
        return others;
    }
}
