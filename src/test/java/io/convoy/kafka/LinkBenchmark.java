package io.convoy.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.convoy.base.ByteSize;
import io.convoy.execution.Outcome;
import io.convoy.execution.StepDriver;
import io.convoy.kafka.BrokerTraffic.Pair;
import io.convoy.lab.KafkaLayout;
import io.convoy.lab.KafkaWitness;
import io.convoy.lab.KafkaWitnessReport;
import io.convoy.lab.LabCluster;
import io.convoy.lab.LabNode;
import io.convoy.lab.TestKafka;
import io.convoy.lab.TestLab;
import io.convoy.lab.TopicLoader;
import io.convoy.lab.TopicOrder;
import io.convoy.plan.KafkaStep.MovePartitions;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What really crosses the link between two datacenters when partitions move from three real brokers to three others, with and
 * without "crosses the link once", and how long producers wait meanwhile. Asserts no time; see {@code docs/benchmarks.md} for the
 * command.
 */
class LinkBenchmark {

    private static final ByteSize DATA = ByteSize.parse("240MiB");
    private static final List<Integer> OLD = List.of(1, 2, 3);
    private static final List<Integer> FRESH = List.of(101, 102, 103);
    private static final int BATCH = 3;
    private static final int RECORDS_PER_SECOND = 500;
    private static final Duration BEFORE = Duration.ofSeconds(15);

    /** @param backoff {@code replica.fetch.backoff.ms} of the source's brokers, of which Kafka's default is 1000 */
    @ParameterizedTest
    @ValueSource(ints = {1000, 50})
    void whatCrossesTheLink(int backoff) {
        TestLab.rest();
        TestKafka.discard();
        KafkaLayout source =
                TestKafka.SOURCE.withSettings(backoff == 1000 ? Map.of() : TestKafka.DESTINATION.settings());
        Map<Long, String> brokers = new HashMap<>(start(source));
        TopicLoader.load(source.bootstrapServers(), new TopicOrder("load", 1, 12, DATA));
        KafkaWitness.createTopic(source.bootstrapServers(), 6);
        brokers.putAll(start(TestKafka.DESTINATION));
        try (KafkaRig rig = new KafkaRig(source, TestKafka.DESTINATION);
                KafkaWitness witness = KafkaWitness.start(source.bootstrapServers(), RECORDS_PER_SECOND);
                BrokerTraffic traffic = BrokerTraffic.between(brokers)) {
            System.out.printf("%nreplica.fetch.backoff.ms of the source's brokers: %d%n", backoff);
            witness.phase("before");
            await().pollDelay(BEFORE).atMost(BEFORE.multipliedBy(2)).until(() -> true);
            new Passage(rig, witness, traffic, "once, there")
                    .go(new MovePartitions(OLD, FRESH, true, BATCH, Optional.empty()));
            new Passage(rig, witness, traffic, "once, back")
                    .go(new MovePartitions(FRESH, OLD, true, BATCH, Optional.empty()));
            new Passage(rig, witness, traffic, "each, there")
                    .go(new MovePartitions(OLD, FRESH, false, BATCH, Optional.empty()));
            new Passage(rig, witness, traffic, "each, back")
                    .go(new MovePartitions(FRESH, OLD, false, BATCH, Optional.empty()));
            KafkaWitnessReport report = witness.report();
            System.out.println(report.text());
            assertThat(report.flawless()).isTrue();
        } finally {
            TestKafka.discard();
        }
    }

    private static Map<Long, String> start(KafkaLayout layout) {
        LabCluster cluster = TestLab.lab().kafka(layout.cluster(), layout.orders());
        cluster.start();
        Map<Long, String> brokers = new HashMap<>();
        cluster.nodes().forEach(node -> brokers.put(pid(node), node.address()));
        return brokers;
    }

    private static long pid(LabNode node) {
        return node.pid().orElseThrow();
    }

    /** All partitions from one side to the other. */
    private record Passage(KafkaRig rig, KafkaWitness witness, BrokerTraffic traffic, String name) {

        /** Pauses are what the handler asks for. */
        private static final StepDriver.Patience PATIENT =
                new StepDriver.Patience(Duration.ofMinutes(10), Duration.ofSeconds(10));

        void go(MovePartitions step) {
            long data = rig.look().data().bytes();
            Map<Pair, Long> before = traffic.bytes();
            long began = System.nanoTime();
            StepDriver driver = new StepDriver(rig.cluster(), PATIENT, UnreachableKafkaException.class::isInstance);
            Outcome end = driver.until(rig.mover(), step, this::isOver);
            double seconds = (System.nanoTime() - began) / 1e9;
            witness.phase("between");
            Map<Pair, Long> during = new TreeMap<>(traffic.bytes());
            before.forEach((pair, bytes) -> during.merge(pair, -bytes, Long::sum));
            assertThat(end).isInstanceOf(Outcome.Done.class);
            tell(step, during, data, seconds);
        }

        private boolean isOver(Outcome outcome) {
            if (outcome instanceof Outcome.Waiting waiting) {
                witness.phase(name + ": " + waiting.progress().detail().replaceFirst(" batch.*", ""));
                return false;
            }
            return true;
        }

        private void tell(MovePartitions step, Map<Pair, Long> bytes, long data, double seconds) {
            String from = step.source().equals(OLD) ? "127.21.1." : "127.21.2.";
            String to = step.source().equals(OLD) ? "127.21.2." : "127.21.1.";
            System.out.printf(
                    Locale.ROOT,
                    "%s: %.1f MiB moved in %.1f s; over the link ÷ data %.3f, flowing back %.3f, inside the destination %.3f,"
                            + " inside the source %.3f%n",
                    name,
                    data / 1048576.0,
                    seconds,
                    ratio(bytes, from, to, data),
                    ratio(bytes, to, from, data),
                    ratio(bytes, to, to, data),
                    ratio(bytes, from, from, data));
            bytes.forEach((pair, count) ->
                    System.out.printf(Locale.ROOT, "  %s > %s %9.1f KiB%n", pair.from(), pair.to(), count / 1024.0));
        }

        private static double ratio(Map<Pair, Long> bytes, String from, String to, long data) {
            return (double) BrokerTraffic.sum(bytes, (one, other) -> one.startsWith(from) && other.startsWith(to))
                    / data;
        }
    }
}
