package io.convoy.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A lab's nodes are real Cassandras. */
class LabClusterTrial {

    @Test
    void threeNodesStartTogetherAndSeeEachOther() {
        LabCluster source = TestLab.source();

        for (LabNode node : source.nodes()) {
            assertThat(node.operationMode()).hasValue("NORMAL");
            assertThat(node.storageService("LiveNodes"))
                    .hasValueSatisfying(live ->
                            assertThat((List<?>) live).map(Object::toString).containsAll(source.addresses()));
        }
    }

    @Test
    void noTwoNodesHaveTheSameToken() {
        LabCluster source = TestLab.source();

        Map<?, ?> owners = (Map<?, ?>)
                source.nodes().get(0).storageService("TokenToEndpointMap").orElseThrow();
        for (LabNode node : source.nodes()) {
            assertThat(Collections.frequency(owners.values(), node.address())).isEqualTo(4);
        }
    }

    @Test
    void aKilledNodeComesBackOnItsData() {
        LabCluster source = TestLab.source();
        LabNode third = source.node("dc-old-3");
        Object before = third.storageService("LocalHostId").orElseThrow();

        third.kill();
        assertThat(third.isRunning()).isFalse();
        source.start(third);

        assertThat(third.storageService("LocalHostId")).hasValue(before);
    }

    @Test
    void aFrozenNodeDoesNotAnswerUntilItIsThawed() {
        LabNode third = TestLab.source().node("dc-old-3");

        third.freeze();
        assertThat(third.operationMode()).isEmpty();
        assertThat(third.isRunning()).isTrue();
        third.thaw();

        third.awaitReady(Duration.ofSeconds(30));
    }

    @Test
    void aNodeListensOnItsOwnAddressOnly() throws Exception {
        LabNode first = TestLab.source().node("dc-old-1");

        assertThat(ListeningSockets.of(first.pid().orElseThrow()))
                .containsExactlyInAnyOrder("127.11.1.1:9042", "127.11.1.1:7000", "127.11.1.1:7199");
    }

    @Test
    void aTakenPortIsNamedBeforeTheStart() {
        LabNode running = TestLab.source().node("dc-old-1");
        DatacenterLayout same = DatacenterLayout.first("rival", "dc1", "127.11.1", 1);
        LabCluster rival = TestLab.lab().cassandra(same.cluster(), same.orders());

        assertThatThrownBy(rival::start)
                .isInstanceOf(LabException.class)
                .hasMessageContaining(running.address() + ":9042");
        rival.nodes().forEach(LabNode::retire);
    }
}
