package io.convoy.kafka;

import static io.convoy.kafka.Planning.healthy;
import static io.convoy.kafka.Planning.ids;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ThrottleListsTest {

    private static final List<PartitionState> PARTITIONS = List.of(
            healthy("orders", 2, "1GiB", 1, 2, 3),
            healthy("orders", 10, "1GiB", 3, 1, 2),
            healthy("clicks", 0, "1GiB", 2, 3),
            healthy("other", 0, "1GiB", 1, 2));

    @Test
    void onlyTheLeadersAndTheNewReplicasOfTheBatchAreListed() {
        Move.Add batch = new Move.Add(
                1,
                new Assignment(Map.of(
                        new PartitionId("orders", 10), ids(12, 3, 1, 2),
                        new PartitionId("orders", 2), ids(11, 1, 2, 3),
                        new PartitionId("clicks", 0), ids(13, 2, 3))));

        ThrottleLists lists = ThrottleLists.of(batch.replicas(), PARTITIONS);

        assertThat(lists.leaders()).isEqualTo(Map.of("orders", List.of("2:1", "10:3"), "clicks", List.of("0:2")));
        assertThat(lists.followers()).isEqualTo(Map.of("orders", List.of("2:11", "10:12"), "clicks", List.of("0:13")));
    }

    @Test
    void aMereReorderingThrottlesNobody() {
        Move.Add batch = new Move.Add(1, new Assignment(Map.of(new PartitionId("clicks", 0), ids(3, 2))));

        assertThat(ThrottleLists.of(batch.replicas(), PARTITIONS).isEmpty()).isTrue();
    }
}
