package io.convoy.kafka;

import static io.convoy.kafka.Planning.brokers;
import static io.convoy.kafka.Planning.first;
import static io.convoy.kafka.Planning.healthy;
import static io.convoy.kafka.Planning.plan;
import static io.convoy.kafka.Planning.topic;
import static io.convoy.kafka.Planning.withoutRacks;
import static org.assertj.core.api.Assertions.assertThat;

import io.convoy.base.ByteSize;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BalanceTest {

    private static final List<Broker> SOURCES = brokers(1, "a", "b", "c", "a", "b", "c");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void equalRacksAreEvenWithinTheAim(long seed) {
        List<PartitionState> partitions = skewed(seed, 2000);

        assertEven(plan(first(partitions, new Sides(SOURCES, brokers(11, "a", "b", "c", "a", "b", "c"))))
                .balance());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void moreRacksAndUnequalOnesAreEvenWithinTheAim(long seed) {
        List<Broker> destinations = brokers(11, "p", "p", "p", "q", "q", "r", "r", "s", "t");

        assertEven(plan(first(skewed(seed, 2000), new Sides(SOURCES, destinations)))
                .balance());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void brokersWithoutRacksAreEvenWithinTheAim(long seed) {
        Sides sides = new Sides(withoutRacks(1, 6), withoutRacks(11, 7));

        assertEven(plan(first(skewed(seed, 2000), sides)).balance());
    }

    @Test
    void aRackWithFewerBrokersHoldsItsReplicaOfEverythingAndTheOthersShareTheRest() {
        Sides sides = new Sides(SOURCES, brokers(11, "a", "b", "b", "c", "c"));

        Balance balance =
                plan(first(topic("orders", 120, "1GiB", 1, 2, 3), sides)).balance();

        assertEven(balance);
        assertThat(balance.loads()).extracting(Balance.Load::replicas).containsExactly(120, 60, 60, 60, 60);
        assertThat(balance.loads()).extracting(Balance.Load::leaders).containsExactly(24, 24, 24, 24, 24);
    }

    @Test
    void replicasAboveTheRacksAreSpreadEvenlyOverThem() {
        Sides sides = new Sides(brokers(1, "a", "b", "a", "b"), brokers(11, "a", "b", "a", "b"));

        ReassignmentPlan plan = plan(first(topic("orders", 40, "1GiB", 1, 2, 3), sides));

        assertEven(plan.balance());
        plan.settled().to().replicas().values().forEach(replicas -> assertThat(
                        replicas.stream().map(broker -> broker.value() % 2).distinct())
                .hasSize(2));
    }

    @Test
    void eachTopicIsSpreadOverAllBrokers() {
        List<PartitionState> partitions = skewed(9, 2000);

        ReassignmentPlan plan = plan(first(partitions, new Sides(SOURCES, brokers(11, "a", "b", "c", "a", "b", "c"))));

        for (int topic = 0; topic < 40; topic++) {
            assertThat(IntStream.of(loads("topic" + topic, plan, brokers -> brokers)))
                    .allMatch(replicas -> 20 <= replicas && replicas <= 25);
            assertThat(IntStream.of(loads("topic" + topic, plan, brokers -> brokers.subList(0, 1))))
                    .allMatch(leaders -> 5 <= leaders && leaders <= 12);
        }
    }

    /** How many of a topic's brokers, of those that count, is each of 11 to 16. */
    private static int[] loads(String topic, ReassignmentPlan plan, UnaryOperator<List<BrokerId>> counted) {
        int[] loads = new int[6];
        plan.settled().to().replicas().forEach((id, brokers) -> {
            if (id.topic().equals(topic)) {
                counted.apply(brokers).forEach(broker -> loads[broker.value() - 11]++);
            }
        });
        return loads;
    }

    @Test
    void onePartitionLargerThanAShareIsNamed() {
        List<PartitionState> partitions = topic("orders", 30, "1GiB", 1, 2, 3);
        partitions.add(healthy("history", 0, "900GiB", 2, 3, 1));

        Balance balance = plan(first(partitions, new Sides(SOURCES, brokers(11, "a", "b", "c", "a", "b", "c"))))
                .balance();

        assertThat(balance.bytes().percent()).isGreaterThan(2);
        assertThat(balance.bytes().why())
                .hasValueSatisfying(why -> assertThat(why).contains("history-0 alone has 900GiB"));
    }

    @Test
    void aBrokerWithLessRoomGetsLess() {
        List<Broker> destinations = new ArrayList<>(brokers(11, "a", "b", "c", "a", "b"));
        destinations.add(new Broker(new BrokerId(16), Optional.of("c"), Optional.of(ByteSize.parse("20GiB"))));

        Balance balance =
                plan(first(skewed(7, 600), new Sides(SOURCES, destinations))).balance();

        assertThat(balance.loads().get(5).bytes()).isLessThanOrEqualTo(ByteSize.parse("20GiB"));
    }

    @Test
    void theNewBrokersOfAPartialReplacementLeadTheirShare() {
        Balance balance = plan(BenchmarkCluster.renewed(3_000, 30, 3).request(Settled.NOTHING))
                .balance();

        assertThat(balance.loads().stream().mapToInt(Balance.Load::leaders).sum())
                .isEqualTo(3_000);
        assertThat(balance.loads()).allSatisfy(load -> assertThat(load.leaders())
                .as("of 100, on %s", load.broker())
                .isBetween(95, 105));
    }

    /** The even share is an ideal of divisible partitions; this compares with the best that real ones allow. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void ofFewPartitionsNoOtherPlacementIsMuchBetter(long seed) {
        Random random = new Random(seed);
        List<PartitionState> partitions = IntStream.range(0, 7)
                .mapToObj(i -> healthy("orders", i, (1 + random.nextInt(50)) + "GiB", 1, 2))
                .collect(Collectors.toList());
        Sides sides = new Sides(brokers(1, "a", "b"), brokers(11, "a", "b", "a", "b"));

        Balance balance = plan(first(partitions, sides)).balance();

        long fullest = balance.loads().stream()
                .mapToLong(load -> load.bytes().bytes())
                .max()
                .orElseThrow();
        assertThat(fullest).isLessThanOrEqualTo(Math.round(1.1 * leastFullest(partitions)));
    }

    /** Two racks are independent of each other: the best split of all partitions into two halves. */
    private static long leastFullest(List<PartitionState> partitions) {
        long total =
                partitions.stream().mapToLong(state -> state.size().bytes()).sum();
        return IntStream.range(0, 1 << partitions.size())
                .mapToLong(chosen -> IntStream.range(0, partitions.size())
                        .filter(i -> (chosen & (1 << i)) != 0)
                        .mapToLong(i -> partitions.get(i).size().bytes())
                        .sum())
                .map(one -> Math.max(one, total - one))
                .min()
                .orElseThrow();
    }

    private static void assertEven(Balance balance) {
        assertThat(balance.bytes()).isEqualTo(new Deviation(balance.bytes().percent(), Optional.empty()));
        assertThat(balance.replicas().percent()).isLessThanOrEqualTo(Deviation.AIM_PERCENT);
        assertThat(balance.leaders().percent()).isLessThanOrEqualTo(Deviation.AIM_PERCENT);
    }

    /** Many small partitions and few large ones, RF 2 and 3. */
    private static List<PartitionState> skewed(long seed, int count) {
        Random random = new Random(seed);
        List<PartitionState> partitions = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            long megabytes = (long) Math.exp(random.nextGaussian() * 1.5 + 4);
            int one = 1 + random.nextInt(6);
            int two = 1 + one % 6;
            int three = 1 + two % 6;
            int[] replicas = i % 3 == 0 ? new int[] {one, two} : new int[] {one, two, three};
            partitions.add(healthy("topic" + i % 40, i, megabytes + "MiB", replicas));
        }
        return partitions;
    }
}
