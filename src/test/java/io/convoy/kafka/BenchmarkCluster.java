package io.convoy.kafka;

import io.convoy.base.ByteSize;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/** A large cluster with three racks, three replicas of each partition in all of them, and sizes far apart; always the same. */
record BenchmarkCluster(String name, List<PartitionState> partitions, Sides sides) {

    private static final int RACKS = 3;
    private static final int FIRST_NEW = 1001;

    /** All of it goes to new brokers. */
    static BenchmarkCluster replaced(int partitions, int sources, int destinations) {
        return new BenchmarkCluster(
                partitions + " partitions, " + sources + " → " + destinations + " brokers",
                partitions(partitions, sources),
                new Sides(brokers(1, sources), brokers(FIRST_NEW, destinations)));
    }

    /** As many of its brokers give way to new ones; the others stay. */
    static BenchmarkCluster renewed(int partitions, int brokers, int leaving) {
        List<Broker> old = brokers(1, brokers);
        List<Broker> destinations = new ArrayList<>(old.subList(leaving, brokers));
        destinations.addAll(brokers(FIRST_NEW, leaving));
        return new BenchmarkCluster(
                partitions + " partitions, " + leaving + " of " + brokers + " brokers replaced",
                partitions(partitions, brokers),
                new Sides(old.subList(0, leaving), destinations));
    }

    /** As it is when every second partition has arrived where this assignment wants it. */
    BenchmarkCluster halfway(Assignment target) {
        List<PartitionState> states = IntStream.range(0, partitions.size())
                .mapToObj(i -> i % 2 == 0 ? partitions.get(i) : arrived(partitions.get(i), target))
                .toList();
        return new BenchmarkCluster(name + ", half of the partitions are there", states, sides);
    }

    ReassignmentRequest request(Settled settled) {
        return new ReassignmentRequest(partitions, sides, settled, ReassignmentOptions.usual(Crossing.ONCE));
    }

    private static PartitionState arrived(PartitionState state, Assignment target) {
        return inSync(state.id(), target.of(state.id()).orElseThrow(), state.size());
    }

    private static List<Broker> brokers(int firstId, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Broker(new BrokerId(firstId + i), Optional.of("rack" + i % RACKS), Optional.empty()))
                .toList();
    }

    private static List<PartitionState> partitions(int count, int brokers) {
        Random random = new Random(42);
        List<PartitionState> partitions = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Set<BrokerId> replicas = new LinkedHashSet<>();
            int first = random.nextInt(RACKS);
            for (int rack = 0; rack < RACKS; rack++) {
                replicas.add(new BrokerId(1 + (first + rack) % RACKS + RACKS * random.nextInt(brokers / RACKS)));
            }
            ByteSize size = new ByteSize((long) Math.exp(random.nextGaussian() * 1.5 + 20));
            partitions.add(inSync(new PartitionId("topic" + i / 12, i % 12), List.copyOf(replicas), size));
        }
        return partitions;
    }

    private static PartitionState inSync(PartitionId id, List<BrokerId> replicas, ByteSize size) {
        return new PartitionState(
                id, Replicas.atRest(replicas, Optional.of(replicas.get(0)), new HashSet<>(replicas)), size, 2);
    }
}
