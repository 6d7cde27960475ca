package io.convoy.inventory;

import io.convoy.base.ByteSize;
import io.convoy.base.SecretReference;
import io.convoy.inventory.Target.TargetDatacenter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A cluster as keys and values in the YAML form, with everything said that it inherited, always in the same order. */
final class ClusterTree {

    private ClusterTree() {}

    static Map<String, Object> of(Cluster cluster) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("name", cluster.name().value());
        tree.put("kind", cluster.kind().word());
        tree.put("version", cluster.version());
        tree.put("environment", cluster.environment().word());
        tree.put("tier", cluster.tier());
        putUnlessEmpty(tree, "owner", owner(cluster.owner()));
        putUnlessEmpty(tree, "labels", cluster.labels());
        cluster.dataSize().ifPresent(size -> tree.put("dataSize", exact(size)));
        tree.put(
                "datacenters",
                cluster.datacenters().stream().map(ClusterTree::datacenter).toList());
        cluster.access().ifPresent(access -> tree.put("access", access(access)));
        cluster.target().ifPresent(target -> tree.put("target", target(target)));
        cluster.match(any -> Optional.<KafkaMetadata>empty(), KafkaCluster::metadata)
                .ifPresent(metadata -> tree.put("metadata", metadata(metadata)));
        return tree;
    }

    private static Map<String, Object> owner(Owner owner) {
        Map<String, Object> tree = new LinkedHashMap<>();
        owner.team().ifPresent(team -> tree.put("team", team));
        owner.contact().ifPresent(contact -> tree.put("contact", contact));
        return tree;
    }

    private static Map<String, Object> datacenter(Datacenter datacenter) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("name", datacenter.name());
        tree.put("provider", datacenter.provider());
        tree.put("region", datacenter.region());
        putLayout(tree, datacenter.layout());
        return tree;
    }

    private static void putLayout(Map<String, Object> tree, NodeLayout layout) {
        if (layout instanceof CountedNodes counted) {
            tree.put("racks", counted.groups().stream().map(ClusterTree::group).toList());
        } else if (layout instanceof NamedNodes named) {
            tree.put("nodes", named.nodes().stream().map(ClusterTree::node).toList());
        }
    }

    private static Map<String, Object> group(CountedNodes.Group group) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("name", group.rack());
        tree.put("nodes", group.nodes());
        group.nodeSize().ifPresent(size -> tree.put("nodeSize", size));
        return tree;
    }

    private static Map<String, Object> node(Node node) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("name", node.name());
        node.address().ifPresent(address -> tree.put("address", address));
        tree.put("rack", node.rack());
        node.nodeSize().ifPresent(size -> tree.put("nodeSize", size));
        return tree;
    }

    private static Map<String, Object> access(Access access) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("contactPoints", texts(access.contactPoints()));
        putReference(tree, access.credentials());
        access.jmx().ifPresent(jmx -> {
            Map<String, Object> jmxTree = new LinkedHashMap<>();
            jmxTree.put("port", jmx.port());
            putReference(jmxTree, jmx.credentials());
            tree.put("jmx", jmxTree);
        });
        access.security().ifPresent(security -> putSecurity(tree, security));
        return tree;
    }

    private static void putSecurity(Map<String, Object> tree, KafkaSecurity security) {
        tree.put("securityProtocol", security.protocol().name());
        security.mechanism().ifPresent(mechanism -> tree.put("saslMechanism", mechanism.toString()));
        security.trustStore().ifPresent(store -> putStore(tree, "trustStore", store));
        security.keyStore().ifPresent(store -> putStore(tree, "keyStore", store));
    }

    private static void putStore(Map<String, Object> tree, String key, KafkaSecurity.Store store) {
        tree.put(key, store.file().value());
        store.password().ifPresent(password -> tree.put(key + "Password", password.value()));
    }

    private static void putReference(Map<String, Object> tree, Optional<SecretReference> credentials) {
        credentials.ifPresent(reference -> tree.put("credentials", reference.value()));
    }

    private static Map<String, Object> target(Target target) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("strategy", target.strategy());
        List<Map<String, Object>> planned =
                target.datacenters().stream().map(ClusterTree::planned).toList();
        if (!planned.isEmpty()) {
            tree.put("datacenters", planned);
        }
        target.cutover().ifPresent(cutover -> tree.put("cutover", cutover(cutover)));
        if (!target.zookeeperServers().isEmpty()) {
            tree.put("zookeeperServers", texts(target.zookeeperServers()));
        }
        target.throttle().ifPresent(throttle -> tree.put("throttle", exact(throttle)));
        target.canaryTopic().ifPresent(topic -> tree.put("canaryTopic", topic));
        target.access().ifPresent(access -> tree.put("access", access(access)));
        target.clients().orderMatters().ifPresent(fact -> tree.put("orderMatters", fact));
        target.clients().consumersReadBoth().ifPresent(fact -> tree.put("consumersReadBoth", fact));
        target.clients().clientsReachBoth().ifPresent(fact -> tree.put("clientsReachBoth", fact));
        target.clients().prefixedTopics().ifPresent(fact -> tree.put("prefixedTopics", fact));
        target.clients().quiet().ifPresent(quiet -> tree.put("clientsQuiet", quiet.toSeconds() + "s"));
        return tree;
    }

    private static Map<String, Object> planned(TargetDatacenter planned) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("name", planned.datacenter().name());
        planned.replaces().ifPresent(replaced -> tree.put("replaces", replaced));
        tree.putAll(datacenter(planned.datacenter()));
        return tree;
    }

    private static Object cutover(Target.Cutover cutover) {
        return cutover.webhook().<Object>map(ClusterTree::webhook).orElse("gate");
    }

    private static Map<String, Object> webhook(Target.Webhook webhook) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("webhook", webhook.url().value());
        webhook.secret().ifPresent(secret -> tree.put("secret", secret.value()));
        return tree;
    }

    private static Map<String, Object> metadata(KafkaMetadata metadata) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("mode", metadata.mode().name().toLowerCase(Locale.ROOT));
        if (!metadata.servers().isEmpty()) {
            tree.put("servers", texts(metadata.servers()));
        }
        metadata.chroot().ifPresent(chroot -> tree.put("chroot", chroot));
        if (!metadata.sharedWith().isEmpty()) {
            tree.put("sharedWith", texts(metadata.sharedWith()));
        }
        putReference(tree, metadata.credentials());
        return tree;
    }

    private static List<String> texts(List<?> values) {
        return values.stream().map(Object::toString).toList();
    }

    private static void putUnlessEmpty(Map<String, Object> tree, String key, Map<String, ?> values) {
        if (!values.isEmpty()) {
            tree.put(key, values);
        }
    }

    /** The short form where it says it all, or else plain bytes: what is read again has to be the same size. */
    private static String exact(ByteSize size) {
        String brief = size.toString();
        return ByteSize.parse(brief).equals(size) ? brief : size.bytes() + "B";
    }
}
