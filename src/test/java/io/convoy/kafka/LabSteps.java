package io.convoy.kafka;

import static org.awaitility.Awaitility.await;

import io.convoy.inventory.Cluster;
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

/** The steps of a plan by their words, and the lab as the one who provides the nodes that they name. */
record LabSteps(ChangePlan plan, Cluster cluster) {

    <S extends Step> S apply(String word, Class<S> type) {
        return type.cast(planned(word).apply());
    }

    <S extends Step> S undo(String word, Class<S> type) {
        return type.cast(planned(word).undo().step().orElseThrow());
    }

    private PlannedStep planned(String word) {
        return plan.steps().stream()
                .filter(step -> step.id().value().replaceFirst("^\\d+-", "").equals(word))
                .findFirst()
                .orElseThrow();
    }

    /** Carries out a step of kind {@link ProvisionNodes}: all of its nodes start at once. */
    void provide(String word) {
        ProvisionNodes step = apply(word, ProvisionNodes.class);
        LabProvisioner provisioner = TestLab.provisioner();
        List<NodeOrder> orders = step.nodes().stream()
                .map(node -> {
                    Map<String, String> settings = new HashMap<>(step.settings());
                    node.number().ifPresent(number -> settings.put(NodeOrder.NUMBER, number.toString()));
                    return order(step.datacenter(), step.software(), step.version(), node, settings);
                })
                .toList();
        orders.forEach(provisioner::provide);
        orders.forEach(order -> await().atMost(Duration.ofMinutes(3))
                .until(() -> provisioner.provide(order), ProvisionState.Present.class::isInstance));
    }

    /** Has one node of a step provided, with further settings, until it is in the wanted state. */
    ProvisionState until(
            Class<? extends ProvisionState> wanted,
            ProvisionNodes step,
            PlannedNode node,
            Map<String, String> further) {
        Map<String, String> settings = new HashMap<>(step.settings());
        node.number().ifPresent(number -> settings.put(NodeOrder.NUMBER, number.toString()));
        settings.putAll(further);
        NodeOrder order = order(step.datacenter(), step.software(), step.version(), node, settings);
        LabProvisioner provisioner = TestLab.provisioner();
        return await().atMost(Duration.ofMinutes(1)).until(() -> provisioner.provide(order), wanted::isInstance);
    }

    void discard(ProvisionNodes step, PlannedNode node) {
        discard(order(step.datacenter(), step.software(), step.version(), node, Map.of()));
    }

    private static void discard(NodeOrder order) {
        LabProvisioner provisioner = TestLab.provisioner();
        await().atMost(Duration.ofMinutes(1))
                .until(() -> provisioner.retire(order), ProvisionState.Absent.class::isInstance);
    }

    /** Carries out a step of kind {@link RetireNodes}. */
    void retire(String word) {
        RetireNodes step = apply(word, RetireNodes.class);
        step.nodes()
                .forEach(node -> discard(order(step.datacenter(), step.software(), step.version(), node, Map.of())));
    }

    private NodeOrder order(
            String datacenter, String software, String version, PlannedNode node, Map<String, String> settings) {
        return new NodeOrder(
                cluster.name(),
                node.name(),
                new NodeOrder.Placement(datacenter, node.rack(), Optional.empty()),
                node.address(),
                software,
                version,
                settings);
    }
}
