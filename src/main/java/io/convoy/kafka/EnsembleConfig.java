package io.convoy.kafka;

import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who belongs to a ZooKeeper ensemble, by its own word ({@code /zookeeper/config}).
 *
 * @param servers what stands behind {@code server.N=}, by N
 */
record EnsembleConfig(SortedMap<Integer, String> servers) {

    private static final String PREFIX = "server.";
    private static final Pattern PORTS = Pattern.compile("[^:]+:(\\d+):(\\d+).*");
    private static final int USUAL_QUORUM_PORT = 2888;
    private static final int USUAL_ELECTION_PORT = 3888;

    EnsembleConfig {
        servers = Collections.unmodifiableSortedMap(new TreeMap<>(servers));
    }

    static EnsembleConfig parse(String text) {
        SortedMap<Integer, String> servers = new TreeMap<>();
        Arrays.stream(text.split("\\R"))
                .filter(line -> line.startsWith(PREFIX))
                .map(line -> line.substring(PREFIX.length()).split("=", 2))
                .forEach(parts -> servers.put(Integer.parseInt(parts[0]), parts[1].strip()));
        return new EnsembleConfig(servers);
    }

    int highestId() {
        return servers.isEmpty() ? 0 : servers.lastKey();
    }

    /** As lines of {@code zoo.cfg}. */
    Map<String, String> settings() {
        Map<String, String> settings = new TreeMap<>();
        servers.forEach((id, value) -> settings.put(PREFIX + id, value));
        return settings;
    }

    /** The line of one more server, with the ports of those that are there. */
    Map.Entry<String, String> line(int id, String host, int clientPort, String role) {
        Matcher ports = PORTS.matcher(servers.isEmpty() ? "" : servers.get(servers.firstKey()));
        boolean known = ports.matches();
        return Map.entry(
                PREFIX + id,
                "%s:%s:%s:%s;%s:%d"
                        .formatted(
                                host,
                                known ? ports.group(1) : USUAL_QUORUM_PORT,
                                known ? ports.group(2) : USUAL_ELECTION_PORT,
                                role,
                                host,
                                clientPort));
    }
}
