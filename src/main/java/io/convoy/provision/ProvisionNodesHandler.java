package io.convoy.provision;

import io.convoy.base.ClusterName;
import io.convoy.execution.Outcome;
import io.convoy.execution.StepContext;
import io.convoy.execution.StepHandler;
import io.convoy.plan.GeneralStep.ProvisionNodes;
import io.convoy.plan.PlannedNode;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;

/** Has every node of the step provided, all at once, until each is present. */
@Singleton
class ProvisionNodesHandler implements StepHandler<ProvisionNodes> {

    private final Provisioners provisioners;
    private final ProvisionSettings settings;

    ProvisionNodesHandler(Provisioners provisioners, ProvisionSettings settings) {
        this.provisioners = provisioners;
        this.settings = settings;
    }

    @Override
    public Class<ProvisionNodes> stepType() {
        return ProvisionNodes.class;
    }

    @Override
    public Outcome advance(ProvisionNodes step, StepContext context) {
        Provisioner provisioner = provisioners.chosen();
        NodeTally tally = new NodeTally();
        for (PlannedNode node : step.nodes()) {
            tally.add(node, provisioner.provide(order(context.cluster().name(), step, node)));
        }
        return tally.outcome(ProvisionState.Present.class, "run", settings.askAgain());
    }

    private static NodeOrder order(ClusterName cluster, ProvisionNodes step, PlannedNode node) {
        return new NodeOrder(
                cluster,
                node.name(),
                new NodeOrder.Placement(step.datacenter(), node.rack(), node.nodeSize()),
                node.address(),
                step.software(),
                step.version(),
                settings(step, node));
    }

    private static Map<String, String> settings(ProvisionNodes step, PlannedNode node) {
        Map<String, String> settings = new HashMap<>(step.settings());
        node.number().ifPresent(number -> settings.put(NodeOrder.NUMBER, number.toString()));
        return settings;
    }
}
