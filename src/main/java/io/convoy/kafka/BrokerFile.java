package io.convoy.kafka;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the file of a broker's configuration says, in the keys of {@code server.properties}.
 *
 * @param secrets keys whose values Kafka shows to nobody
 */
record BrokerFile(Map<String, String> settings, Set<String> secrets) {

    static final BrokerFile UNSEEN = new BrokerFile(Map.of(), Set.of());
    static final String INTER_BROKER = "inter.broker.listener.name";

    private static final String INTER_BROKER_PROTOCOL = "security.inter.broker.protocol";
    private static final String PROTOCOLS = "listener.security.protocol.map";
    private static final String USUAL = "PLAINTEXT";

    /** Each broker's own. */
    private static final Set<String> OWN = Set.of(
            "advertised.listeners",
            "broker.id",
            "broker.rack",
            "listeners",
            "log.dir",
            "log.dirs",
            "metadata.log.dir",
            "node.id");

    /** Files with keys and certificates: each broker's own too. */
    private static final Pattern STORES = Pattern.compile("(listener\\.name\\..*)?ssl\\.(keystore|truststore)\\..*");

    /** What says where the metadata is: that changes. */
    private static final Set<String> OF_METADATA = Set.of("controller.", "process.roles", "zookeeper.connect");

    BrokerFile {
        settings = Map.copyOf(settings);
        secrets = Set.copyOf(secrets);
    }

    /** What a broker that comes shares with this one: which listeners there are, and how one gets in there, too. */
    Map<String, String> common() {
        Map<String, String> common = new TreeMap<>(settings);
        common.keySet()
                .removeIf(key -> OWN.contains(key)
                        || STORES.matcher(key).matches()
                        || OF_METADATA.stream().anyMatch(key::startsWith));
        // Said at last where only Kafka's default did: a broker whose own file lacks this listener then does not start,
        // instead of breaking the controller.
        if (!settings.isEmpty() && !common.containsKey(INTER_BROKER) && !common.containsKey(INTER_BROKER_PROTOCOL)) {
            common.put(INTER_BROKER, USUAL);
        }
        return common;
    }

    /** The listener by which brokers speak with each other. */
    String interBroker() {
        return Optional.ofNullable(settings.get(INTER_BROKER))
                .orElseGet(() -> settings.getOrDefault(INTER_BROKER_PROTOCOL, USUAL));
    }

    /** Keys whose values a broker that comes needs of its own to be let in, and to let in. */
    List<String> own() {
        return Stream.concat(
                        secrets.stream(),
                        settings.keySet().stream()
                                .filter(key -> STORES.matcher(key).matches() && key.endsWith(".location")))
                .sorted()
                .toList();
    }

    /** The listeners for clients and brokers, by name, with their security protocols. */
    Map<String, String> listeners() {
        Map<String, String> protocols = protocols();
        Set<String> controllers = new TreeSet<>(words("controller.listener.names"));
        return words("listeners").stream()
                .map(listener -> listener.replaceFirst(":.*", ""))
                .filter(name -> !controllers.contains(name))
                .collect(Collectors.toMap(
                        name -> name,
                        name -> protocols.getOrDefault(name, name),
                        (first, second) -> first,
                        TreeMap::new));
    }

    private Map<String, String> protocols() {
        return words(PROTOCOLS).stream()
                .map(pair -> pair.split(":", 2))
                .filter(pair -> pair.length == 2)
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1], (first, second) -> first));
    }

    private List<String> words(String key) {
        return Arrays.stream(settings.getOrDefault(key, "").split("\\s*,\\s*"))
                .filter(word -> !word.isBlank())
                .toList();
    }
}
