package io.convoy.kafka;

import io.convoy.base.ByteSize;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** Plans large clusters and prints how long that took and how even the targets are; run its main method. */
final class PlanningBenchmark {

    private static final int ROUNDS = 3;

    private PlanningBenchmark() {}

    public static void main(String[] arguments) {
        report(20_000, 30, 30);
        report(20_000, 30, 24);
        report(66_667, 150, 150);
        report(66_667, 300, 300);
    }

    private static void report(int partitions, int sources, int destinations) {
        Sides sides = new Sides(brokers(1, sources), brokers(1001, destinations));
        ReassignmentRequest request = new ReassignmentRequest(
                partitions(partitions, sources), sides, Settled.NOTHING, ReassignmentOptions.usual(Crossing.ONCE));
        for (int round = 1; round <= ROUNDS; round++) {
            long start = processorNanos();
            ReassignmentPlan plan = Planning.plan(request);
            long planned = processorNanos();
            Planning.plan(new ReassignmentRequest(request.partitions(), sides, plan.settled(), request.options()));
            long again = processorNanos();
            System.out.printf(
                    "%d partitions, %d → %d brokers: %d ms of processor time (again %d ms); off by bytes %.2f %%,"
                            + " replicas %.2f %%, leaders %.2f %%; copies %.2f × the least%n",
                    partitions,
                    sources,
                    destinations,
                    Duration.ofNanos(planned - start).toMillis(),
                    Duration.ofNanos(again - planned).toMillis(),
                    plan.balance().bytes().percent(),
                    plan.balance().replicas().percent(),
                    plan.balance().leaders().percent(),
                    plan.forecast().ratioToLeast());
            plan.balance().bytes().why().ifPresent(System.out::println);
            System.out.printf("Most replicas of one topic on one broker, on average: %.2f%n", gathered(plan));
        }
    }

    private static double gathered(ReassignmentPlan plan) {
        Map<String, Map<BrokerId, Integer>> topics = new HashMap<>();
        plan.settled()
                .to()
                .replicas()
                .forEach((id, replicas) ->
                        replicas.forEach(broker -> topics.computeIfAbsent(id.topic(), ignored -> new HashMap<>())
                                .merge(broker, 1, Integer::sum)));
        return topics.values().stream()
                .mapToInt(counts -> Collections.max(counts.values()))
                .average()
                .orElse(0);
    }

    /** Processor time says the same on a busy machine and on a quiet one. */
    private static long processorNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static List<Broker> brokers(int firstId, int count) {
        List<Broker> brokers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            brokers.add(new Broker(new BrokerId(firstId + i), Optional.of("rack" + i % 3), Optional.empty()));
        }
        return brokers;
    }

    private static List<PartitionState> partitions(int count, int brokers) {
        Random random = new Random(42);
        List<PartitionState> partitions = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Set<BrokerId> replicas = new LinkedHashSet<>();
            int first = random.nextInt(3);
            for (int rack = 0; rack < 3; rack++) {
                replicas.add(new BrokerId(1 + (first + rack) % 3 + 3 * random.nextInt(brokers / 3)));
            }
            List<BrokerId> assigned = List.copyOf(replicas);
            partitions.add(new PartitionState(
                    new PartitionId("topic" + i / 12, i % 12),
                    Replicas.atRest(assigned, Optional.of(assigned.get(0)), new HashSet<>(assigned)),
                    new ByteSize((long) Math.exp(random.nextGaussian() * 1.5 + 20)),
                    2));
        }
        return partitions;
    }
}
