package io.convoy.kafka;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What a ZooKeeper ensemble holds that does not belong to one Kafka cluster. */
final class ForeignZnodes {

    private static final String ZOOKEEPER = "zookeeper";

    /** What a Kafka cluster without a chroot keeps right below the root. */
    private static final Set<String> KAFKA = Set.of(
            "admin",
            "brokers",
            "cluster",
            "config",
            "consumers",
            "controller",
            "controller_epoch",
            "delegation_token",
            "feature",
            "isr_change_notification",
            "kafka-acl",
            "kafka-acl-changes",
            "kafka-acl-extended",
            "kafka-acl-extended-changes",
            "latest_producer_id_block",
            "log_dir_event_notification",
            "migration");

    private ForeignZnodes() {}

    /** The highest paths of which nothing belongs to the cluster, from the root down to its chroot. */
    static List<String> of(MetadataTree tree, String chroot) {
        List<String> foreign = new ArrayList<>();
        String parent = "/";
        for (String step : chroot.substring(1).split("/", -1)) {
            for (String child : tree.children(parent)) {
                if (!isOwn(child, step, parent)) {
                    foreign.add(below(parent, child));
                }
            }
            parent = below(parent, step);
        }
        return foreign;
    }

    private static boolean isOwn(String child, String step, String parent) {
        boolean ofServers = parent.equals("/") && child.equals(ZOOKEEPER);
        return ofServers || (step.isEmpty() ? KAFKA.contains(child) : child.equals(step));
    }

    private static String below(String parent, String child) {
        return parent.equals("/") ? "/" + child : parent + "/" + child;
    }
}
