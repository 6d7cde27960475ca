package io.convoy.lab;

import io.convoy.inventory.Endpoint;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The settings of a Kafka node: keys of {@code server.properties}, two that its storage is formatted with, one for JMX, and Java
 * properties where the key starts with {@code -D}.
 */
record KafkaSettings(Map<String, String> all) {

    /** The cluster's id, for the storage. */
    static final String CLUSTER_ID = "cluster.id";

    /**
     * {@code id@address:port:directoryId,…} of the controllers that found the quorum. Without it a controller waits as an
     * observer until somebody makes it a voter.
     */
    static final String INITIAL_CONTROLLERS = "initial.controllers";

    /** The port on which JMX listens, on the node's own address; without it nobody listens. */
    static final String JMX_PORT = "jmx.port";

    static final String NODE_ID = "node.id";
    static final String ROLES = "process.roles";
    static final String BOOTSTRAP_CONTROLLERS = "controller.quorum.bootstrap.servers";
    static final String VOTERS = "controller.quorum.voters";
    static final String BOTH_ROLES = "broker,controller";

    /** Where brokers find ZooKeeper; a node with this setting is a broker of a cluster without controllers of its own. */
    static final String ZOOKEEPER = "zookeeper.connect";

    /** One of the {@link #INITIAL_CONTROLLERS}, whose directory's id follows from its address. */
    static String initialController(int nodeId, String address) {
        return "%d@%s:%s"
                .formatted(nodeId, new Endpoint(address, KafkaKind.CONTROLLER_PORT), KafkaId.derivedFrom(address));
    }

    boolean isBroker() {
        return has("broker");
    }

    boolean isController() {
        return !isOnZooKeeper() && has("controller");
    }

    boolean isOnZooKeeper() {
        return all.containsKey(ZOOKEEPER);
    }

    private boolean has(String role) {
        String roles = all.getOrDefault(ROLES, BOTH_ROLES);
        return Arrays.asList(roles.split("\\s*,\\s*")).contains(role);
    }

    String clusterId() {
        return find(CLUSTER_ID).orElseThrow(() -> new LabException("A Kafka node's settings lack " + CLUSTER_ID));
    }

    Optional<String> find(String key) {
        return Optional.ofNullable(all.get(key));
    }

    /** What goes into {@code server.properties} as it is. */
    Map<String, String> serverProperties() {
        Map<String, String> properties = new TreeMap<>(all);
        properties
                .keySet()
                .removeIf(key -> key.equals(CLUSTER_ID)
                        || key.equals(INITIAL_CONTROLLERS)
                        || key.equals(JMX_PORT)
                        || key.startsWith("-D"));
        return properties;
    }
}
