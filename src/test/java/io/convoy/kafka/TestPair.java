package io.convoy.kafka;

import io.convoy.lab.KafkaLayout;
import io.convoy.lab.LabNode;
import io.convoy.lab.TestLab;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/** A small source, and the datacenter where a plan founds a second cluster beside it. */
final class TestPair {

    static final SecuredListeners LISTENERS = new SecuredListeners("127.22.1.1");

    /** One broker, which has listeners for everybody and others that ask who is there. */
    static final KafkaLayout SOURCE =
            KafkaLayout.first("ledger", "dc_from", "127.22.1", 1).withSettings(settings());

    /** Two brokers, of which the inventory knows names and addresses; how they are founded is the plan's to say. */
    static final KafkaLayout DESTINATION = KafkaLayout.first("ledger", "dc_to", "127.22.2", 2);

    private TestPair() {}

    private static Map<String, String> settings() {
        Map<String, String> settings = new TreeMap<>(LISTENERS.settings());
        settings.put("default.replication.factor", "1");
        settings.put("min.insync.replicas", "1");
        settings.put("offsets.topic.replication.factor", "1");
        settings.put("transaction.state.log.replication.factor", "1");
        settings.put("transaction.state.log.min.isr", "1");
        return settings;
    }

    static void startSource() throws Exception {
        TestLab.rest();
        discard();
        LISTENERS.makeSecrets();
        TestLab.lab().kafka(SOURCE.cluster(), SOURCE.orders()).start();
        try (Admin admin = admin(SOURCE)) {
            SecuredListeners.addUser(admin);
        }
    }

    static LabNode source() {
        return TestLab.lab().directory().nodes().stream()
                .filter(node -> SOURCE.addresses().contains(node.address()))
                .findFirst()
                .orElseThrow();
    }

    static void discard() {
        TestLab.lab().directory().nodes().stream()
                .filter(node ->
                        node.description().cluster().equals(SOURCE.cluster().value()))
                .forEach(LabNode::retire);
    }

    static void createTopic(String name, int partitions, Map<String, String> settings) throws Exception {
        try (Admin admin = admin(SOURCE)) {
            admin.createTopics(List.of(new NewTopic(name, partitions, (short) 1).configs(settings)))
                    .all()
                    .get();
        } catch (ExecutionException e) {
            throw new AssertionError("Topic " + name + " could not be made", e);
        }
    }

    static Admin admin(KafkaLayout layout) {
        return Admin.create(Map.of("bootstrap.servers", layout.bootstrapServers()));
    }
}
