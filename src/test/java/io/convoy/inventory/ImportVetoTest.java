package io.convoy.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.convoy.base.ClusterName;
import io.convoy.base.Refusal;
import io.convoy.inventory.InventoryImport.ChangedCluster;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ImportVetoTest {

    private static final ClusterName MOVING = new ClusterName("moving");

    @Test
    void aClusterThatIsBeingMovedIsNotRemoved() {
        assertThatThrownBy(() -> ImportVeto.check(removing(MOVING), ImportVetoTest::use))
                .isInstanceOf(Refusal.class)
                .satisfies(refusal -> assertThat(((Refusal) refusal).problems())
                        .singleElement()
                        .asString()
                        .contains("'moving' would be removed")
                        .contains("run 7 is moving it"));
        assertThatCode(() -> ImportVeto.check(removing(new ClusterName("idle")), ImportVetoTest::use))
                .doesNotThrowAnyException();
    }

    @Test
    void itsNodesAndItsTargetStayAndItsOwnerMayChange() {
        assertThatThrownBy(() -> ImportVeto.check(changing("datacenters.dc_old.racks.r1.nodes"), ImportVetoTest::use))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> ImportVeto.check(changing("target.strategy"), ImportVetoTest::use))
                .isInstanceOf(Refusal.class);
        assertThatCode(() -> ImportVeto.check(changing("owner.team"), ImportVetoTest::use))
                .doesNotThrowAnyException();
    }

    private static Optional<String> use(ClusterName cluster) {
        return Optional.of("run 7 is moving it").filter(why -> cluster.equals(MOVING));
    }

    private static InventoryImport removing(ClusterName cluster) {
        return new InventoryImport("fleet", List.of(), List.of(), List.of(cluster), 0, false);
    }

    private static InventoryImport changing(String fact) {
        FactChange change = new FactChange(fact, Optional.of("1"), Optional.of("2"));
        return new InventoryImport(
                "fleet", List.of(), List.of(new ChangedCluster(MOVING, List.of(change))), List.of(), 0, false);
    }
}
