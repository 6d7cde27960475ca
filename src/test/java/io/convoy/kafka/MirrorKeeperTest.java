package io.convoy.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.convoy.inventory.Cluster;
import io.convoy.plan.GeneralStep.ProvisionNodes;
import io.convoy.plan.PlannedStep;
import io.convoy.provision.NodeOrder;
import io.convoy.provision.ProvisionState;
import io.convoy.provision.Provisioner;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MirrorKeeperTest {

    private final Cluster cluster = TwoClustersTest.move().nodes().cluster();

    @Test
    void itIsStartedAgainAsThePlanStartedIt() {
        Recorder recorder = new Recorder(new ProvisionState.Present("10.0.0.1"));
        ProvisionNodes planned = MirrorMakerPlan.of("fleet", TwoClustersTest.move()).steps().stream()
                .map(PlannedStep::apply)
                .filter(ProvisionNodes.class::isInstance)
                .map(ProvisionNodes.class::cast)
                .filter(step -> step.software().equals(MirrorSettings.SOFTWARE))
                .findFirst()
                .orElseThrow();

        assertThat(new MirrorKeeper(() -> recorder).tend(cluster)).isEmpty();

        assertThat(recorder.orders).singleElement().satisfies(order -> {
            assertThat(order.node()).isEqualTo(planned.nodes().get(0).name());
            assertThat(order.address()).isEqualTo(planned.nodes().get(0).address());
            assertThat(order.placement().datacenter()).isEqualTo(planned.datacenter());
            assertThat(order.version()).isEqualTo(planned.version());
            assertThat(order.settings()).isEqualTo(planned.settings());
        });
    }

    @Test
    void whatKeepsItFromRunningIsSaid() {
        assertThat(tend(new ProvisionState.Underway("process started")))
                .isEqualTo("MirrorMaker does not run, it is started again: process started");
        assertThat(tend(new ProvisionState.Failed("no memory")))
                .isEqualTo("MirrorMaker does not run, see to it: no memory");
    }

    private String tend(ProvisionState state) {
        return new MirrorKeeper(() -> new Recorder(state)).tend(cluster).orElseThrow();
    }

    private record Recorder(ProvisionState state, List<NodeOrder> orders) implements Provisioner {

        Recorder(ProvisionState state) {
            this(state, new ArrayList<>());
        }

        @Override
        public ProvisionState look(NodeOrder order) {
            return state;
        }

        @Override
        public ProvisionState provide(NodeOrder order) {
            orders.add(order);
            return state;
        }

        @Override
        public ProvisionState stop(NodeOrder order) {
            throw new AssertionError("Nobody stops it");
        }

        @Override
        public ProvisionState retire(NodeOrder order) {
            throw new AssertionError("Nobody retires it");
        }
    }
}
