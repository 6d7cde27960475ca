package io.convoy.cassandra;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RepairCommandTest {

    @Test
    void aNodeThatHasEverythingCoordinatesEverything() {
        List<RepairCommand> commands = RepairCommand.covering("orders", ring(12, 3), Set.of("n0", "n1", "n2"));

        assertThat(commands).singleElement().satisfies(command -> assertThat(command.ranges())
                .hasSize(12));
    }

    @Test
    void inALargerRingEveryRangeIsCoveredOnceByOneOfItsReplicas() {
        List<OwnedRange> ring = ring(60, 9);

        List<RepairCommand> commands =
                RepairCommand.covering("orders", ring, Set.of("n0", "n1", "n2", "n3", "n4", "n5", "n6", "n7", "n8"));

        assertThat(commands.stream().flatMap(command -> command.ranges().stream()))
                .containsExactlyInAnyOrderElementsOf(
                        ring.stream().map(OwnedRange::range).toList());
        assertThat(commands).hasSizeLessThanOrEqualTo(5);
        commands.forEach(command -> assertThat(
                        ring.stream().filter(owned -> command.ranges().contains(owned.range())))
                .allMatch(owned -> owned.replicas().contains(command.coordinator())));
    }

    private static List<OwnedRange> ring(int ranges, int nodes) {
        return IntStream.range(0, ranges)
                .mapToObj(i -> new OwnedRange(
                        new TokenRange(String.valueOf(i), String.valueOf(i + 1)),
                        List.of("n" + i % nodes, "n" + (i + 1) % nodes, "n" + (i + 2) % nodes)))
                .toList();
    }
}
