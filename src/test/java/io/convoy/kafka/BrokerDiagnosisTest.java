package io.convoy.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.convoy.inventory.Node;
import io.convoy.kafka.BrokerDiagnosis.Standing;
import io.convoy.nodestatus.Lifecycle;
import io.convoy.nodestatus.ObservedNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BrokerDiagnosisTest {

    private static final Node THIRD = new Node("dc-old-3", Optional.of("127.21.1.3"), "dc_old-r3", Optional.empty());
    private static final Node FOURTH = new Node("dc-new-1", Optional.of("127.21.2.1"), "dc_new-r1", Optional.empty());

    @Test
    void aBrokerWhoseReplicasAreInSyncIsFullyAvailable() {
        ObservedNode seen = diagnosis(PaymentsView.partition(0, 1, 2, 3)).of(THIRD, "dc_old", Standing.PRESENT);

        assertThat(seen.lifecycle()).isEqualTo(Lifecycle.RUNNING);
        assertThat(seen.fullyAvailable()).isTrue();
    }

    @Test
    void oneThatLagsOrGivesUpReplicasIsNot() {
        BrokerId third = new BrokerId(3);
        List<BrokerId> all = List.of(new BrokerId(1), new BrokerId(2), third);
        Set<BrokerId> inSync = Set.of(new BrokerId(1), new BrokerId(2));

        ObservedNode lags = diagnosis(with(Replicas.atRest(all, Optional.of(all.get(0)), inSync)))
                .of(THIRD, "dc_old", Standing.PRESENT);
        ObservedNode leaves = diagnosis(
                        with(new Replicas(all, Optional.of(all.get(0)), inSync, Set.of(), Set.of(third))))
                .of(THIRD, "dc_old", Standing.PRESENT);

        assertThat(lags.fullyAvailable()).isFalse();
        assertThat(lags.reason()).isEqualTo("1 replicas are not in sync");
        assertThat(leaves.lifecycle()).isEqualTo(Lifecycle.LEAVING);
        assertThat(leaves.operation()).isPresent();
    }

    @Test
    void anOldBrokerThatIsGoneIsMissedOnlyWhenItHasReplicas() {
        BrokerDiagnosis missed = new BrokerDiagnosis(
                PaymentsView.with(PaymentsView.brokers().subList(0, 2), List.of(PaymentsView.partition(0, 1, 2, 3))));
        BrokerDiagnosis empty = new BrokerDiagnosis(
                PaymentsView.with(PaymentsView.brokers().subList(0, 2), List.of(PaymentsView.partition(0, 1, 2))));

        assertThat(missed.of(THIRD, "dc_old", Standing.PRESENT).lifecycle()).isEqualTo(Lifecycle.UNREACHABLE);
        assertThat(empty.of(THIRD, "dc_old", Standing.PRESENT).lifecycle()).isEqualTo(Lifecycle.DELETED);
        assertThat(empty.of(FOURTH, "dc_new", Standing.TO_COME).lifecycle()).isEqualTo(Lifecycle.PLANNED);
    }

    private static PartitionState with(Replicas replicas) {
        PartitionState healthy = PaymentsView.partition(0, 1, 2, 3);
        return new PartitionState(healthy.id(), replicas, healthy.size(), healthy.minInSync());
    }

    private static BrokerDiagnosis diagnosis(PartitionState partition) {
        return new BrokerDiagnosis(PaymentsView.with(PaymentsView.brokers(), List.of(partition)));
    }
}
