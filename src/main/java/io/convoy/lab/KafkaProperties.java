package io.convoy.lab;

import io.convoy.inventory.Endpoint;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The {@code server.properties} of a small node: what the lab needs, overridden by what the node's settings say. */
final class KafkaProperties {

    private KafkaProperties() {}

    static String render(LabNode.Description node, NodeDirectory directory) {
        KafkaSettings settings = new KafkaSettings(node.settings());
        Map<String, String> properties = new LinkedHashMap<>(small());
        properties.putAll(placed(node, settings));
        properties.put("log.dirs", logDirectory(directory));
        properties.putAll(settings.serverProperties());
        return properties.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue().replace("\\", "\\\\") + "\n")
                .collect(Collectors.joining());
    }

    static String logDirectory(NodeDirectory directory) {
        return directory.data().resolve("log").toString();
    }

    private static Map<String, String> small() {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("num.network.threads", "2");
        properties.put("num.io.threads", "4");
        properties.put("background.threads", "2");
        properties.put("log.cleaner.dedupe.buffer.size", "2097152");
        properties.put("log.index.size.max.bytes", "1048576");
        properties.put("default.replication.factor", "3");
        properties.put("min.insync.replicas", "2");
        properties.put("offsets.topic.num.partitions", "5");
        properties.put("offsets.topic.replication.factor", "3");
        properties.put("transaction.state.log.num.partitions", "5");
        properties.put("transaction.state.log.replication.factor", "3");
        properties.put("transaction.state.log.min.isr", "2");
        properties.put("group.initial.rebalance.delay.ms", "0");
        properties.put("auto.create.topics.enable", "false");
        return properties;
    }

    private static Map<String, String> placed(LabNode.Description node, KafkaSettings settings) {
        Map<String, String> properties = new LinkedHashMap<>();
        List<String> listeners = new ArrayList<>();
        if (settings.isBroker()) {
            listeners.add("PLAINTEXT://" + new Endpoint(node.address(), KafkaKind.BROKER_PORT));
            properties.put("inter.broker.listener.name", "PLAINTEXT");
            properties.put("broker.rack", node.rack());
        }
        if (settings.isController()) {
            listeners.add("CONTROLLER://" + new Endpoint(node.address(), KafkaKind.CONTROLLER_PORT));
        }
        properties.put("listeners", String.join(",", listeners));
        properties.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        if (!settings.isOnZooKeeper()) {
            properties.put("controller.listener.names", "CONTROLLER");
            properties.put(KafkaSettings.ROLES, KafkaSettings.BOTH_ROLES);
        }
        return properties;
    }
}
