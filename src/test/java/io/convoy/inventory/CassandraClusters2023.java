package io.convoy.inventory;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The 58 Cassandra clusters of the fleet of 2023. */
final class CassandraClusters2023 {

    static final int NODES = 1079;

    private static final List<String> TEAMS = List.of(
            "checkout",
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
            "billing",
            "consents",
            "features",
            "metering",
            "playlists",
            "matches",
            "sensors",
            "telemetry");

    private static final List<String> PURPOSES = List.of("", "-history");

    private static final List<Integer> NODES_OF_A_DATACENTER = List.of(6, 12, 9, 15, 6, 24, 18, 9, 12, 30);

    private static final List<String> AWS_SIZES = List.of(
            "i3.2xlarge",
            "r5.2xlarge",
            "i3.xlarge",
            "r6g.2xlarge",
            "i3en.xlarge",
            "m5.2xlarge",
            "r5.xlarge",
            "i3.4xlarge",
            "r6g.xlarge",
            "i3en.2xlarge",
            "im4gn.2xlarge");

    private static final List<String> GCP_SIZES =
            List.of("n1-highmem-8", "n2-standard-8", "n1-highmem-4", "n2-highmem-4", "n2-standard-16", "n2-highmem-8");

    private static final List<String> VERSIONS = List.of("3.11.19", "4.0.17", "4.1.10", "4.1.10", "4.0.17", "5.0.6");

    private CassandraClusters2023() {}

    static List<Map<String, Object>> clusters(String suffix) {
        List<Map<String, Object>> clusters = new ArrayList<>();
        int nodesLeft = NODES;
        int last = TEAMS.size() * PURPOSES.size() - 1;
        for (int i = 0; i <= last; i++) {
            // Every fifth cluster lives in two regions; the last one takes what is left.
            int datacenters = i % 5 == 4 ? 2 : 1;
            int nodes = i == last ? nodesLeft : datacenters * NODES_OF_A_DATACENTER.get(i % 10);
            nodesLeft -= nodes;
            clusters.add(cluster(i, suffix, datacenters, nodes));
        }
        return clusters;
    }

    private static Map<String, Object> cluster(int index, String suffix, int datacenters, int nodes) {
        String team = TEAMS.get(index / PURPOSES.size());
        String name = team + PURPOSES.get(index % PURPOSES.size()) + suffix;
        Map<String, Object> cluster = new LinkedHashMap<>();
        cluster.put("name", name);
        cluster.put("kind", "cassandra");
        put(cluster, "version", VERSIONS.get(index % VERSIONS.size()), "4.1.10");
        put(cluster, "environment", index % 9 == 8 ? "staging" : "production", "production");
        put(cluster, "tier", List.of("gold", "silver", "silver", "bronze").get(index % 4), "silver");
        cluster.put("owner", owner(team));
        cluster.put("dataSize", nodes * (250 + index % 7 * 130) + "GiB");
        List<Object> present = new ArrayList<>();
        List<Object> planned = new ArrayList<>();
        for (int i = 0; i < datacenters; i++) {
            Place2023 place = Place2023.of(index + 2 * i);
            int here = nodes / datacenters + (i < nodes % datacenters ? 1 : 0);
            present.add(place.datacenter(place.brief, 3, here, size(place, index)));
            planned.add(place.replacement(place.brief, 3, here, place.isAws() ? "im4gn.2xlarge" : "n2-highmem-8"));
        }
        cluster.put("datacenters", present);
        cluster.put("access", access(name));
        cluster.put("target", target(planned));
        return cluster;
    }

    private static String size(Place2023 place, int index) {
        List<String> sizes = place.isAws() ? AWS_SIZES : GCP_SIZES;
        return sizes.get(index / 3 % sizes.size());
    }

    static Map<String, Object> owner(String team) {
        Map<String, Object> owner = new LinkedHashMap<>();
        owner.put("team", team);
        owner.put("contact", team + "-oncall@example.com");
        return owner;
    }

    private static Map<String, Object> access(String name) {
        Map<String, Object> access = new LinkedHashMap<>();
        access.put("contactPoints", List.of(name + ".cassandra.example.com:9042"));
        access.put("credentials", "env:" + name.replace('-', '_').toUpperCase(Locale.ROOT) + "_CQL");
        return access;
    }

    private static Map<String, Object> target(List<Object> planned) {
        Map<String, Object> target = new LinkedHashMap<>();
        target.put("strategy", "cassandra-add-datacenter");
        target.put("datacenters", planned);
        return target;
    }

    /** Says nothing where the defaults say the same. */
    static void put(Map<String, Object> cluster, String key, String value, String inherited) {
        if (!value.equals(inherited)) {
            cluster.put(key, value);
        }
    }
}
