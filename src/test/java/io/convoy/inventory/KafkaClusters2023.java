package io.convoy.inventory;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The 154 Kafka clusters of the fleet of 2023. */
final class KafkaClusters2023 {

    static final int NODES = 1050;

    private static final List<String> TEAMS = List.of(
            "orders",
            "payments",
            "catalog",
            "sessions",
            "carts",
            "profiles",
            "devices",
            "messages",
            "search",
            "pricing",
            "shipping",
            "inventory",
            "reviews",
            "ads",
            "fraud",
            "ledger",
            "media",
            "geo",
            "alerts",
            "tickets",
            "rewards",
            "billing");

    private static final List<String> STREAMS =
            List.of("events", "commands", "changes", "metrics", "logs", "audit", "retries");

    private static final List<Integer> BROKERS = List.of(3, 6, 6, 9, 4, 12, 6, 3, 9, 6, 8);

    private static final List<String> AWS_SIZES = List.of(
            "m5.large",
            "m5.xlarge",
            "r5.large",
            "m5.2xlarge",
            "m6g.large",
            "r5.xlarge",
            "m6g.xlarge",
            "r6g.large",
            "m6g.2xlarge",
            "r6g.xlarge",
            "im4gn.large",
            "r6g.2xlarge",
            "im4gn.xlarge");

    private static final List<String> GCP_SIZES = List.of(
            "n1-standard-4",
            "n2-standard-4",
            "n1-standard-2",
            "n2-highmem-4",
            "n2-standard-2",
            "n1-standard-8",
            "n2-highmem-2",
            "n2-standard-8");

    private static final List<String> VERSIONS = List.of("3.9.2", "2.8.2", "3.6.2", "3.9.2", "3.4.1");

    private KafkaClusters2023() {}

    static List<Map<String, Object>> clusters(String suffix) {
        List<Map<String, Object>> clusters = new ArrayList<>();
        int nodesLeft = NODES;
        int last = TEAMS.size() * STREAMS.size() - 1;
        for (int i = 0; i <= last; i++) {
            int nodes = i == last ? nodesLeft : BROKERS.get(i % BROKERS.size());
            nodesLeft -= nodes;
            clusters.add(cluster(i, suffix, nodes));
        }
        return clusters;
    }

    private static Map<String, Object> cluster(int index, String suffix, int nodes) {
        // All streams of a team run in one region, so that some of them can share a ZooKeeper.
        Place2023 place = Place2023.of(index / STREAMS.size());
        int zones = nodes == 4 || nodes == 8 ? 2 : 3;
        Map<String, Object> cluster = new LinkedHashMap<>();
        cluster.put("name", name(index) + suffix);
        cluster.put("kind", "kafka");
        cluster.put("version", isKraft(index) ? "3.9.2" : VERSIONS.get(index % VERSIONS.size()));
        CassandraClusters2023.put(cluster, "environment", index % 13 == 12 ? "staging" : "production", "production");
        CassandraClusters2023.put(
                cluster, "tier", List.of("silver", "gold", "bronze").get(index % 3), "silver");
        cluster.put("owner", CassandraClusters2023.owner(TEAMS.get(index / STREAMS.size())));
        if (zones == 2) {
            cluster.put("labels", Map.of("replication-factor", "2"));
        }
        cluster.put("dataSize", nodes * (120 + index % 9 * 90) + "GiB");
        cluster.put("datacenters", List.of(place.datacenter(place.brief, zones, nodes, size(place, index))));
        cluster.put("access", Map.of("contactPoints", List.of(name(index) + suffix + ".kafka.example.com:9092")));
        cluster.put("metadata", metadata(index, suffix));
        cluster.put("target", target(place, zones, nodes));
        return cluster;
    }

    private static String name(int index) {
        return TEAMS.get(index / STREAMS.size()) + "-" + STREAMS.get(index % STREAMS.size());
    }

    private static String size(Place2023 place, int index) {
        List<String> sizes = place.isAws() ? AWS_SIZES : GCP_SIZES;
        return sizes.get(index % sizes.size());
    }

    private static boolean isKraft(int index) {
        return STREAMS.get(index % STREAMS.size()).equals("audit");
    }

    /** The first four streams of every third team share one ZooKeeper. */
    private static boolean isShared(int index) {
        return index / STREAMS.size() % 3 == 0 && index % STREAMS.size() < 4;
    }

    private static Map<String, Object> metadata(int index, String suffix) {
        Map<String, Object> metadata = new LinkedHashMap<>();
        if (isKraft(index)) {
            metadata.put("mode", "kraft");
            return metadata;
        }
        int team = index / STREAMS.size();
        String quorum = (isShared(index) ? TEAMS.get(team) : name(index)) + suffix;
        metadata.put("mode", "zookeeper");
        metadata.put(
                "servers",
                IntStream.rangeClosed(1, 3)
                        .mapToObj(server -> "zk" + server + "." + quorum + ".example.com:2181")
                        .toList());
        if (isShared(index)) {
            metadata.put("chroot", "/" + name(index) + suffix);
            metadata.put(
                    "sharedWith",
                    IntStream.range(0, 4)
                            .map(stream -> team * STREAMS.size() + stream)
                            .filter(other -> other != index)
                            .mapToObj(other -> name(other) + suffix)
                            .toList());
        }
        return metadata;
    }

    private static Map<String, Object> target(Place2023 place, int zones, int nodes) {
        String size = place.isAws() ? "im4gn.xlarge" : "n2-highmem-4";
        Map<String, Object> target = new LinkedHashMap<>();
        target.put("strategy", "kafka-shared-cluster");
        target.put("datacenters", List.of(place.replacement(place.brief, zones, nodes, size)));
        return target;
    }
}
