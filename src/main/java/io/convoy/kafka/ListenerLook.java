package io.convoy.kafka;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;

/** Asks brokers by which listeners clients and other brokers reach them. */
final class ListenerLook {

    private final Admin admin;
    private final KafkaLook.Answers answers;

    ListenerLook(Admin admin, KafkaLook.Answers answers) {
        this.admin = admin;
        this.answers = answers;
    }

    /** The names of each broker's listeners. */
    Map<BrokerId, Set<String>> of(Collection<BrokerId> brokers) {
        List<ConfigResource> resources = brokers.stream()
                .map(broker -> new ConfigResource(ConfigResource.Type.BROKER, broker.toString()))
                .toList();
        Map<BrokerId, Set<String>> listeners = new TreeMap<>();
        answers.of(admin.describeConfigs(resources).all(), "describing brokers")
                .forEach((broker, config) -> listeners.put(
                        new BrokerId(Integer.parseInt(broker.name())),
                        new BrokerFile(values(config), Set.of()).listeners().keySet()));
        return listeners;
    }

    private static Map<String, String> values(Config config) {
        return config.entries().stream()
                .filter(entry -> entry.value() != null)
                .collect(Collectors.toMap(ConfigEntry::name, ConfigEntry::value));
    }
}
