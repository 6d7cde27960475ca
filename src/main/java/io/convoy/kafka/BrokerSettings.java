package io.convoy.kafka;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.RaftVoterEndpoint;

/**
 * What the new brokers' configuration has in common with the old ones', in the keys of {@code server.properties}: all that an
 * old one's file says but for what is each broker's own. Listeners' addresses, keys and disks come from who provisions them.
 */
final class BrokerSettings {

    static final int BACKOFF_MILLIS = 50;
    static final int FETCH_WAIT_MILLIS = 100;

    private static final String SESSION = "zookeeper.session.timeout.ms";

    /** Kafka's own default since 2.5; before, it was a third of it. */
    private static final int SHORTEST_SESSION_MILLIS = 18_000;

    private BrokerSettings() {}

    static Map<String, String> of(SharedClusterMove move) {
        Map<String, String> settings = new TreeMap<>(move.inherited().common());
        // A follower that meets a changed leader waits this long, and producers with it: a second, unless told
        // otherwise.
        settings.put("replica.fetch.backoff.ms", Integer.toString(BACKOFF_MILLIS));
        settings.put("replica.fetch.wait.max.ms", Integer.toString(FETCH_WAIT_MILLIS));
        settings.put("auto.leader.rebalance.enable", "false");
        move.zookeeper()
                .ifPresentOrElse(servers -> settings.put("zookeeper.connect", servers.connect()), () -> move.observed()
                        .ifPresent(view -> settings.put("cluster.id", view.clusterId())));
        move.zookeeper()
                .ifPresent(servers ->
                        settings.put(SESSION, session(move.inherited().common())));
        move.quorum()
                .ifPresent(quorum -> settings.put("controller.quorum.bootstrap.servers", controllers(move, quorum)));
        return settings;
    }

    /** The fork leaves brokers without ZooKeeper for some seconds, which their sessions must outlive. */
    private static String session(Map<String, String> inherited) {
        int old = Integer.parseInt(inherited.getOrDefault(SESSION, "0").strip());
        return Integer.toString(Math.max(old, SHORTEST_SESSION_MILLIS));
    }

    /** The old controllers', and the new ones' own: they are the only ones left when a new one restarts one day. */
    private static String controllers(SharedClusterMove move, Quorum quorum) {
        int port = quorum.endpoints().stream()
                .findFirst()
                .map(RaftVoterEndpoint::port)
                .orElse(9093);
        Stream<String> old = move.nodes().sources().stream().flatMap(node -> node.address().stream());
        Stream<String> fresh = move.nodes().target().stream().flatMap(node -> node.address().stream());
        return Stream.concat(old, fresh).map(address -> address + ":" + port).collect(Collectors.joining(","));
    }
}
