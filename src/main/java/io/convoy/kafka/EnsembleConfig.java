package io.convoy.kafka;

import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Who belongs to a ZooKeeper ensemble, by its own word ({@code /zookeeper/config}).
 *
 * @param servers what stands behind {@code server.N=}, by N
 * @param version raised by each reconfiguration, 0 before the first; negative where it is not told
 * @param isWeighed whether votes have weights, or are counted by groups
 */
record EnsembleConfig(SortedMap<Integer, String> servers, long version, boolean isWeighed) {

    private static final String PREFIX = "server.";
    private static final String VERSION = "version=";
    private static final Pattern WEIGHED = Pattern.compile("(?m)^(group|weight)\\.");
    private static final Pattern PORTS = Pattern.compile("[^:]+:(\\d+):(\\d+).*");
    private static final int HEXADECIMAL = 16;
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
        long version = Arrays.stream(text.split("\\R"))
                .filter(line -> line.startsWith(VERSION))
                .mapToLong(
                        line -> Long.parseLong(line.substring(VERSION.length()).strip(), HEXADECIMAL))
                .findFirst()
                .orElse(-1);
        return new EnsembleConfig(servers, version, WEIGHED.matcher(text).find());
    }

    /** Those that vote. */
    SortedSet<Integer> voters() {
        return servers.entrySet().stream()
                .filter(server -> !server.getValue().split(";", 2)[0].endsWith(":observer"))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
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
