package io.convoy.provision;

import io.convoy.execution.Outcome;
import io.convoy.execution.StepContext;
import io.convoy.execution.StepHandler;
import io.convoy.plan.GeneralStep.RetireNodes;
import io.convoy.plan.PlannedNode;
import jakarta.inject.Singleton;
import java.util.Map;

/** Has every node of the step discarded, until none is left. */
@Singleton
class RetireNodesHandler implements StepHandler<RetireNodes> {

    private final Provisioners provisioners;
    private final ProvisionSettings settings;

    RetireNodesHandler(Provisioners provisioners, ProvisionSettings settings) {
        this.provisioners = provisioners;
        this.settings = settings;
    }

    @Override
    public Class<RetireNodes> stepType() {
        return RetireNodes.class;
    }

    @Override
    public Outcome advance(RetireNodes step, StepContext context) {
        Provisioner provisioner = provisioners.chosen();
        NodeTally tally = new NodeTally();
        for (PlannedNode node : step.nodes()) {
            NodeOrder order = new NodeOrder(
                    context.cluster().name(),
                    node.name(),
                    new NodeOrder.Placement(step.datacenter(), node.rack(), node.nodeSize()),
                    node.address(),
                    step.software(),
                    step.version(),
                    Map.of());
            tally.add(node, provisioner.retire(order));
        }
        return tally.outcome(ProvisionState.Absent.class, "are gone", settings.askAgain());
    }
}
