package io.convoy.kafka;

import static org.awaitility.Awaitility.await;

import io.convoy.inventory.Cluster;
import io.convoy.lab.KafkaLayout;
import io.convoy.lab.LabProvisioner;
import io.convoy.lab.TestLab;
import io.convoy.plan.ChangePlan;
import io.convoy.plan.GeneralStep.ProvisionNodes;
import io.convoy.plan.GeneralStep.RetireNodes;
import io.convoy.plan.PlannedNode;
import io.convoy.plan.PlannedStep;
import io.convoy.plan.Step;
import io.convoy.provision.NodeOrder;
import io.convoy.provision.ProvisionState;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/** A small source, and the datacenter where a plan founds a second cluster beside it. */
final class TestPair {

    /** One broker. */
    static final KafkaLayout SOURCE = KafkaLayout.first("ledger", "dc_from", "127.22.1", 1)
            .withSettings(Map.of(
                    "default.replication.factor", "1",
                    "min.insync.replicas", "1",
                    "offsets.topic.replication.factor", "1",
                    "transaction.state.log.replication.factor", "1",
                    "transaction.state.log.min.isr", "1"));

    /** Two brokers, of which the inventory knows names and addresses; how they are founded is the plan's to say. */
    static final KafkaLayout DESTINATION = KafkaLayout.first("ledger", "dc_to", "127.22.2", 2);

    private final Cluster cluster;
    private final ChangePlan plan;

    TestPair(Cluster cluster, ChangePlan plan) {
        this.cluster = cluster;
        this.plan = plan;
    }

    static void startSource() {
        TestLab.rest();
        discard();
        TestLab.lab().kafka(SOURCE.cluster(), SOURCE.orders()).start();
    }

    static void discard() {
        TestLab.lab().directory().nodes().stream()
                .filter(node ->
                        node.description().cluster().equals(SOURCE.cluster().value()))
                .forEach(io.convoy.lab.LabNode::retire);
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

    PlannedStep planned(String word) {
        return plan.steps().stream()
                .filter(step -> step.id().value().replaceFirst("^\\d+-", "").equals(word))
                .findFirst()
                .orElseThrow();
    }

    <S extends Step> S step(String word, Class<S> type) {
        return type.cast(planned(word).apply());
    }

    <S extends Step> S undo(String word, Class<S> type) {
        return type.cast(planned(word).undo().step().orElseThrow());
    }

    void provide(ProvisionNodes step) {
        LabProvisioner provisioner = TestLab.provisioner();
        List<NodeOrder> orders = step.nodes().stream()
                .map(node -> {
                    Map<String, String> settings = new HashMap<>(step.settings());
                    node.number().ifPresent(number -> settings.put(NodeOrder.NUMBER, number.toString()));
                    return order(step.datacenter(), step.software(), node, settings);
                })
                .toList();
        orders.forEach(provisioner::provide);
        orders.forEach(order -> await().atMost(Duration.ofMinutes(3))
                .until(() -> provisioner.provide(order), ProvisionState.Present.class::isInstance));
    }

    void retire(RetireNodes step) {
        LabProvisioner provisioner = TestLab.provisioner();
        for (PlannedNode node : step.nodes()) {
            NodeOrder order = order(step.datacenter(), step.software(), node, Map.of());
            await().atMost(Duration.ofMinutes(1))
                    .until(() -> provisioner.retire(order), ProvisionState.Absent.class::isInstance);
        }
    }

    private NodeOrder order(String datacenter, String software, PlannedNode node, Map<String, String> settings) {
        return new NodeOrder(
                cluster.name(),
                node.name(),
                new NodeOrder.Placement(datacenter, node.rack(), Optional.empty()),
                node.address(),
                software,
                KafkaLayout.USUAL_VERSION,
                settings);
    }
}
