package io.convoy.kafka;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The brokers of a cluster that need none but the new ZooKeeper servers.
 *
 * @param brokers all of them
 * @param connect their {@code zookeeper.connect}
 */
record BrokersAtHome(List<Integer> brokers, String connect) {

    private static final String CONNECT = "zookeeper.connect";

    BrokersAtHome {
        brokers = List.copyOf(brokers);
    }

    /** Why the new servers may not part with the old ones yet. */
    Optional<String> objection(LiveCluster live) {
        List<Integer> strangers = live.look().brokers().stream()
                .map(broker -> broker.id().value())
                .filter(id -> !brokers.contains(id))
                .toList();
        if (!strangers.isEmpty()) {
            return Optional.of(
                    "Brokers " + strangers + " are alive and would stay with the other ensemble: stop them first");
        }
        List<Integer> elsewhere =
                brokers.stream().filter(id -> !isAtHome(live, id)).toList();
        return elsewhere.isEmpty()
                ? Optional.empty()
                : Optional.of("Brokers " + elsewhere + " have another " + CONNECT + " than " + connect
                        + ": afterwards they would see two different clusters. Correct it and restart them");
    }

    private boolean isAtHome(LiveCluster live, int broker) {
        return Optional.ofNullable(
                        live.brokerFile(new BrokerId(broker)).settings().get(CONNECT))
                .filter(said -> servers(said).equals(servers(connect)))
                .isPresent();
    }

    private static Set<String> servers(String connect) {
        return Arrays.stream(connect.split("[,/]")).collect(Collectors.toSet());
    }
}
