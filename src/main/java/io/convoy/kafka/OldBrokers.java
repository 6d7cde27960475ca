package io.convoy.kafka;

import io.convoy.inventory.Access;
import io.convoy.inventory.Access.Jmx;
import io.convoy.inventory.Cluster;
import io.convoy.plan.PlannedBroker;
import io.convoy.plan.PlannedNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Brokers that are to go, and what their JMX says of who asks them for something. */
final class OldBrokers {

    private final Cluster cluster;
    private final LiveClients live;
    private final BrokerBeans beans;

    OldBrokers(Cluster cluster, LiveClients live, BrokerBeans beans) {
        this.cluster = cluster;
        this.live = live;
        this.beans = beans;
    }

    /**
     * What they say.
     *
     * @param clients by their id, the brokers that they have asked a moment ago
     * @param unknown why that may not be all
     */
    record Answer(Map<String, String> clients, List<String> unknown) {}

    Answer asked(List<PlannedBroker> brokers) {
        Answer answer = new Answer(new TreeMap<>(), new ArrayList<>());
        Optional<Jmx> jmx = cluster.access().flatMap(Access::jmx);
        if (jmx.isEmpty()) {
            answer.unknown().add("the inventory names no access.jmx");
            return answer;
        }
        Map<Integer, String> alive = live.brokers();
        // One that is down serves nobody.
        brokers.stream().filter(broker -> alive.containsKey(broker.id())).forEach(broker -> {
            try {
                add(broker, asking(broker, alive, jmx.get()), answer);
            } catch (UnreachableKafkaException e) {
                answer.unknown().add(String.valueOf(e.getMessage()));
            }
        });
        answer.clients().keySet().removeIf(client -> isOneOfUs(client, alive.keySet()));
        return answer;
    }

    private Set<String> asking(PlannedBroker broker, Map<Integer, String> alive, Jmx jmx) {
        live.ask(broker.id());
        return beans.asking(address(broker).orElseGet(() -> alive.getOrDefault(broker.id(), broker.node())), jmx);
    }

    /** Convoy has just asked: a broker that does not tell that does not tell of others. */
    private static void add(PlannedBroker broker, Set<String> asking, Answer answer) {
        if (!asking.contains(KafkaLinks.CLIENT_ID)) {
            answer.unknown().add(broker.node() + " does not tell requests by client id");
        }
        asking.forEach(client -> answer.clients()
                .merge(client.isEmpty() ? "(none)" : client, broker.node(), (one, other) -> one + ", " + other));
    }

    /** Convoy, and brokers that speak to each other. */
    private static boolean isOneOfUs(String client, Set<Integer> brokers) {
        return client.equals(KafkaLinks.CLIENT_ID)
                || client.startsWith("AddPartitionsManager-client-")
                || brokers.stream().anyMatch(id -> client.equals(id.toString()));
    }

    private Optional<String> address(PlannedBroker broker) {
        return MovingNodes.of(cluster).sources().stream()
                .filter(node -> node.name().equals(broker.node()))
                .findFirst()
                .flatMap(PlannedNode::address);
    }
}
