package io.convoy.kafka;

import io.convoy.inventory.Target;
import io.convoy.plan.PlannedNode;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** What a MirrorMaker is told, in the keys of its properties; clusters are called like the datacenters they stand in. Pure. */
record MirrorSettings(TwoClusterMove move) {

    static final String SOFTWARE = "mirror-maker";
    static final String VERSION = "4.3.1";
    static final int PORT = 8083;
    static final Duration OFFSETS_EVERY = Duration.ofSeconds(3);

    private static final String POLICIES = "org.apache.kafka.connect.mirror.";
    private static final int REPLICAS = 3;

    /** Beside the first broker of the destination: it reads from far and writes near. */
    PlannedNode node() {
        PlannedNode first = move.nodes().target().get(0);
        return new PlannedNode(
                move.destination() + "-mirror", first.rack(), first.address(), Optional.empty(), Optional.empty());
    }

    /** What stands before the names of copied topics. */
    String prefix() {
        return hasPrefix() ? move.source() + "." : "";
    }

    private boolean hasPrefix() {
        return move.nodes()
                .cluster()
                .target()
                .map(Target::clients)
                .flatMap(Target.Clients::prefixedTopics)
                .orElse(false);
    }

    private KafkaWay way(String datacenter) {
        return KafkaWay.side(move.nodes(), datacenter);
    }

    /** What has to be where it runs, so that it is let into both clusters. */
    TreeSet<String> needed() {
        TreeSet<String> needed = new MirrorLogin(way(move.source())).needed();
        needed.addAll(new MirrorLogin(way(move.destination())).needed());
        return needed;
    }

    Map<String, String> properties() {
        String from = move.source();
        String to = move.destination();
        String flow = from + "->" + to + ".";
        Map<String, String> properties = new TreeMap<>();
        properties.put("clusters", from + ", " + to);
        properties.put(from + ".bootstrap.servers", way(from).bootstrap());
        properties.put(to + ".bootstrap.servers", way(to).bootstrap());
        properties.putAll(new MirrorLogin(way(from)).properties(from));
        properties.putAll(new MirrorLogin(way(to)).properties(to));
        properties.putAll(MirrorLogin.providers(properties));
        properties.put(flow + "enabled", "true");
        properties.put(flow + "topics", ".*");
        properties.put(flow + "groups", ".*");
        properties.put(to + "->" + from + ".enabled", "false");
        properties.put(to + "->" + from + ".emit.heartbeats.enabled", "false");
        properties.put(
                "replication.policy.class",
                POLICIES + (hasPrefix() ? "DefaultReplicationPolicy" : "IdentityReplicationPolicy"));
        // At the top level it would be read over, and offsets be written once a minute.
        properties.put(to + ".offset.flush.interval.ms", "2000");
        properties.put("listeners", "http://" + node().address().orElse("") + ":" + PORT);
        properties.put("dedicated.mode.enable.internal.rest", "true");
        properties.put("tasks.max", "4");
        following(properties);
        replicas(properties);
        return properties;
    }

    private void following(Map<String, String> properties) {
        String seconds = String.valueOf(OFFSETS_EVERY.toSeconds());
        properties.put("sync.group.offsets.enabled", "true");
        properties.put("sync.group.offsets.interval.seconds", seconds);
        properties.put("emit.checkpoints.interval.seconds", seconds);
        properties.put("refresh.groups.interval.seconds", seconds);
        properties.put("refresh.topics.interval.seconds", "10");
        // A group is put at the last record that is known on both sides: with the usual 100 it would read up to so many
        // twice.
        properties.put("offset.lag.max", "10");
        // Nothing is written to the source.
        properties.put("offset-syncs.topic.location", "target");
        properties.put("emit.heartbeats.enabled", "false");
        // Withdrawn records would come to life as copies.
        properties.put(move.source() + ".consumer.isolation.level", "read_committed");
        properties.put("sync.topic.acls.enabled", "false");
    }

    private void replicas(Map<String, String> properties) {
        String replicas =
                String.valueOf(Math.min(REPLICAS, move.nodes().target().size()));
        for (String topic : new String[] {
            "replication.factor",
            "checkpoints.topic.replication.factor",
            "heartbeats.topic.replication.factor",
            "offset-syncs.topic.replication.factor",
            "offset.storage.replication.factor",
            "status.storage.replication.factor",
            "config.storage.replication.factor"
        }) {
            properties.put(topic, replicas);
        }
    }
}
