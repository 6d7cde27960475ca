package io.convoy.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A lab's nodes are real Cassandras. */
class LabClusterIT {

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
    void noPortIsOpenBeyondTheNodesOwnAddresses() throws Exception {
        TestLab.source();

        List<String> listening = Stream.concat(
                        Files.readAllLines(Path.of("/proc/net/tcp")).stream(),
                        Files.readAllLines(Path.of("/proc/net/tcp6")).stream())
                .filter(line -> line.contains(" 0A "))
                .toList();
        // The ports 9042, 7000 and 7199 in hexadecimal.
        List<String> openToAll = listening.stream()
                .filter(line -> line.matches(".*: 0+:(2352|1B58|1C1F) .*"))
                .toList();
        assertThat(listening).anyMatch(line -> line.matches(".*: 01010B7F:1C1F .*"));
        assertThat(openToAll).isEmpty();
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
