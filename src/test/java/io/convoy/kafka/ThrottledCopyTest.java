package io.convoy.kafka;

import static io.convoy.kafka.Planning.healthy;
import static io.convoy.kafka.Planning.ids;
import static org.assertj.core.api.Assertions.assertThat;

import io.convoy.base.RunId;
import io.convoy.kafka.KafkaView.LiveBroker;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ThrottledCopyTest {

    private static final Throttle THROTTLE = new Throttle(
            new RunId(new UUID(1, 2)),
            1_000_000,
            Map.of(ThrottleSetting.ofTopic("orders", ThrottleSetting.RECEIVING), List.of("0:4")),
            Map.of());
    private static final PartitionState OTHER = healthy("other", 0, "1GiB", 1, 2);

    @Test
    void itIsWhatIsListedAndStillCopied() {
        ThrottledCopy copy = copy(4, copied("orders", 0), copied("orders", 1), OTHER);

        assertThat(copy.partitions()).extracting(PartitionState::id).containsExactly(new PartitionId("orders", 0));
        assertThat(copy.lists().followers()).isEqualTo(Map.of("orders", List.of("0:4")));
        assertThat(copy.lists().leaders()).isEqualTo(Map.of("orders", List.of("0:1")));
        assertThat(copy(4, healthy("orders", 0, "1GiB", 4, 1, 2)).isOver()).isTrue();
    }

    @Test
    void aReplicaThatLagsCountsWhereNobodyMovesItAndItsBrokerIsAlive() {
        PartitionState lagging = new PartitionState(
                OTHER.id(),
                Replicas.atRest(ids(1, 3), Optional.of(new BrokerId(1)), Set.of(new BrokerId(1))),
                OTHER.size(),
                1);

        assertThat(copy(4, copied("orders", 0), OTHER).othersLag()).isFalse();
        assertThat(copy(4, copied("orders", 0), lagging).othersLag()).isTrue();
        assertThat(copy(2, copied("orders", 0), lagging).othersLag()).isFalse();
    }

    private static ThrottledCopy copy(int alive, PartitionState... partitions) {
        List<LiveBroker> brokers = IntStream.rangeClosed(1, alive)
                .mapToObj(id -> new LiveBroker(new BrokerId(id), "127.0.0." + id, 9092, Optional.empty()))
                .toList();
        return ThrottledCopy.of(THROTTLE, new KafkaView("cluster", brokers, List.of(partitions)));
    }

    /** To broker 4, beside 1 and 2. */
    private static PartitionState copied(String topic, int number) {
        PartitionState before = healthy(topic, number, "1GiB", 1, 2);
        Replicas copying = new Replicas(
                ids(4, 1, 2), Optional.of(new BrokerId(1)), Set.copyOf(ids(1, 2)), Set.of(new BrokerId(4)), Set.of());
        return new PartitionState(before.id(), copying, before.size(), 1);
    }
}
