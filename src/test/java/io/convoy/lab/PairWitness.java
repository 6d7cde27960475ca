package io.convoy.lab;

import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;

/**
 * An application that moves from one Kafka cluster to another while it sends numbered records and reads them back. What it sent
 * may be in either cluster in the end.
 */
public final class PairWitness implements AutoCloseable {

    public static final String TOPIC = KafkaWitness.TOPIC;
    public static final String GROUP = KafkaWitness.GROUP;

    private static final Duration LAST_DELIVERY_LIMIT = Duration.ofSeconds(30);

    private final ErrorTally errors = new ErrorTally();
    private final int partitions;
    private final WitnessProducer producer;
    private final List<WitnessConsumer> consumers = new ArrayList<>();
    private boolean stopped;

    /**
     * What it can swear to.
     *
     * @param lost acknowledged, and in none of the topics that were read in the end
     * @param undelivered in a topic, and never given to the group in either cluster
     * @param duplicated times that a record was in the topics once more than it was sent
     * @param redelivered times that the group got a record again
     * @param outOfOrder behind a later one of the same partition in the same cluster
     */
    public record Report(
            long acknowledged,
            long lost,
            long undelivered,
            long duplicated,
            long redelivered,
            long outOfOrder,
            long errors) {

        public String text() {
            return String.format(
                    Locale.ROOT,
                    "Witness: %d records acknowledged, %d lost, %d undelivered, %d duplicated, %d redelivered,"
                            + " %d out of order within a cluster, %d errors",
                    acknowledged,
                    lost,
                    undelivered,
                    duplicated,
                    redelivered,
                    outOfOrder,
                    errors);
        }
    }

    private PairWitness(KafkaRoute route, int perSecond) {
        this.partitions = TopicReading.partitions(route, TOPIC);
        this.producer = new WitnessProducer(route, partitions, perSecond, errors);
        readToo(route);
        producer.start();
    }

    public static PairWitness start(String bootstrapServers, int perSecond) {
        return new PairWitness(new KafkaRoute(bootstrapServers), perSecond);
    }

    /** The group gets a member in this cluster too. */
    public void readToo(String bootstrapServers) {
        readToo(new KafkaRoute(bootstrapServers));
    }

    private void readToo(KafkaRoute route) {
        WitnessConsumer consumer = new WitnessConsumer(route, partitions, errors);
        consumers.add(consumer);
        consumer.start();
    }

    /** Waits for acknowledgements, then sends to this cluster. */
    public void sendTo(String bootstrapServers) {
        producer.restart(new KafkaRoute(bootstrapServers));
    }

    /** The first cluster's member commits and leaves. */
    public void leaveFirst() {
        consumers.get(0).stop();
    }

    public long acknowledged() {
        return producer.acknowledgedCount();
    }

    public synchronized void stop() {
        if (stopped) {
            return;
        }
        stopped = true;
        producer.stop();
        Pause.until(LAST_DELIVERY_LIMIT, () -> undelivered() == 0);
        consumers.forEach(WitnessConsumer::stop);
    }

    private long undelivered() {
        return missing(consumers.stream().map(WitnessConsumer::delivered).toList());
    }

    private long missing(List<Arrivals> arrivals) {
        return unseen(arrivals).stream().mapToLong(BitSet::cardinality).sum();
    }

    /** By partition, the acknowledged numbers that none of these saw. */
    private List<BitSet> unseen(List<Arrivals> arrivals) {
        List<BitSet> left = producer.acknowledged();
        for (Arrivals some : arrivals) {
            List<BitSet> present = some.present(left);
            for (int partition = 0; partition < left.size(); partition++) {
                left.get(partition).andNot(present.get(partition));
            }
        }
        return left;
    }

    /** Which acknowledged records these topics lack, for whoever looks for the reason. */
    public String lacking(List<Holding> topics) {
        return unseen(topics.stream().map(topic -> topic.arrivals).toList()).toString();
    }

    /** What a whole topic holds now, for a cluster that is about to go. */
    public Holding holding(String bootstrapServers) {
        return new Holding(TopicReading.whole(new KafkaRoute(bootstrapServers), TOPIC));
    }

    /** A topic's records at one moment. */
    public static final class Holding {

        private final Arrivals arrivals;

        private Holding(Arrivals arrivals) {
            this.arrivals = arrivals;
        }

        public long records() {
            return arrivals.count();
        }
    }

    /** Stops, and compares what was sent with what these topics hold. */
    public Report report(List<Holding> topics) {
        stop();
        List<Arrivals> kept = topics.stream().map(topic -> topic.arrivals).toList();
        List<Arrivals> delivered =
                consumers.stream().map(WitnessConsumer::delivered).toList();
        long acknowledged = producer.acknowledgedCount();
        long lost = missing(kept);
        long undelivered = missing(delivered);
        return new Report(
                acknowledged,
                lost,
                undelivered,
                kept.stream().mapToLong(Arrivals::count).sum() - (acknowledged - lost),
                delivered.stream().mapToLong(Arrivals::count).sum() - (acknowledged - undelivered),
                kept.stream().mapToLong(Arrivals::outOfOrder).sum()
                        + delivered.stream().mapToLong(Arrivals::outOfOrder).sum(),
                errors.count());
    }

    @Override
    public void close() {
        stop();
    }
}
