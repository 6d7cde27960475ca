package io.convoy.kafka;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;

/** Plans large clusters with Convoy's planner and with Kafka's, and prints what came of both. */
final class PlanningSideBySide {

    private static final int ROUNDS = 3;

    private final KafkaGenerate kafka = new KafkaGenerate();

    private PlanningSideBySide() throws ReflectiveOperationException {}

    public static void main(String[] arguments) throws Exception {
        PlanningSideBySide planners = new PlanningSideBySide();
        // The largest first, so that its first round is that of a Convoy that has just started.
        BenchmarkCluster largest = BenchmarkCluster.replaced(66_667, 300, 300);
        Assignment target = planners.compare(largest);
        planners.compare(largest.halfway(target));
        planners.compare(BenchmarkCluster.renewed(66_667, 300, 30));
        planners.compare(BenchmarkCluster.replaced(66_667, 150, 150));
        planners.compare(BenchmarkCluster.replaced(20_000, 30, 30));
        planners.compare(BenchmarkCluster.replaced(20_000, 30, 24));
    }

    private Assignment compare(BenchmarkCluster cluster) throws Exception {
        System.out.println(cluster.name());
        ReassignmentRequest request = cluster.request(Settled.NOTHING);
        ReassignmentPlan plan = timed("Convoy", () -> Planning.plan(request));
        ReassignmentRequest later = cluster.request(plan.settled());
        timed("Convoy, the same move again", () -> Planning.plan(later));
        Map<?, ?> generated = timed("Kafka", kafka.call(cluster));

        Proposal ours = new Proposal(cluster, plan.settled().to());
        Proposal theirs = new Proposal(cluster, KafkaGenerate.assignment(generated));
        printBytes(plan.forecast(), ours, theirs);
        printEvenness("Convoy", ours);
        printEvenness("Kafka", theirs);
        return plan.settled().to();
    }

    /** Processor time says nearly the same on a busy machine and on a quiet one. */
    private static <T> T timed(String who, Callable<T> planning) throws Exception {
        long first = processorMillis(planning);
        long best = first;
        for (int round = 2; round <= ROUNDS; round++) {
            best = Math.min(best, processorMillis(planning));
        }
        System.out.printf("  processor time %-28s first %5d ms, best %5d ms%n", who, first, best);
        return planning.call();
    }

    private static long processorMillis(Callable<?> planning) throws Exception {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long start = threads.getCurrentThreadCpuTime();
        planning.call();
        return Duration.ofNanos(threads.getCurrentThreadCpuTime() - start).toMillis();
    }

    private static void printBytes(Forecast forecast, Proposal ours, Proposal theirs) {
        System.out.printf(
                "  bytes copied   Convoy ÷ least possible %.3f, Convoy ÷ Kafka %.3f; over the link Convoy ÷ Kafka %.3f%n",
                ratio(ours.copied(), ours.least()),
                ratio(ours.copied(), theirs.copied()),
                ratio(forecast.acrossLink().bytes(), theirs.copiedFromLeadersAcross()));
    }

    private static void printEvenness(String who, Proposal proposal) {
        System.out.printf(
                "  %-14s in distinct racks %.2f %%; farthest from the mean: bytes %.2f %%, replicas %.2f %%, leaders %.2f %%%n",
                who,
                proposal.percentInDistinctRacks(),
                proposal.bytesOff(),
                proposal.replicasOff(),
                proposal.leadersOff());
    }

    private static double ratio(long one, long other) {
        return (double) one / other;
    }
}
