package io.convoy.lab;

import java.time.Duration;
import java.util.BitSet;
import java.util.List;

/**
 * An application that sends numbered records and reads them back all through a migration, and in the end says whether every
 * acknowledged record is there, once and in order. One witness to a cluster: it takes the whole topic for its own.
 */
public final class KafkaWitness implements AutoCloseable {

    public static final String TOPIC = "witness";
    public static final String GROUP = "witness";

    private static final Duration LAST_DELIVERY_LIMIT = Duration.ofSeconds(30);

    private final ErrorTally errors = new ErrorTally();
    private final WitnessProducer producer;
    private final WitnessConsumer consumer;
    private volatile KafkaRoute route;
    private boolean stopped;

    private KafkaWitness(KafkaRoute route, int partitions, int perSecond) {
        this.route = route;
        this.producer = new WitnessProducer(route, partitions, perSecond, errors);
        this.consumer = new WitnessConsumer(route, partitions, errors);
    }

    /** Makes the witness's topic, with three replicas; nothing to do where it is. */
    public static void createTopic(String bootstrapServers, int partitions) {
        try (TopicMaker topics = new TopicMaker(new KafkaRoute(bootstrapServers))) {
            topics.create(TOPIC, partitions);
        }
    }

    /**
     * Begins its work.
     *
     * @param perSecond so many records
     */
    public static KafkaWitness start(String bootstrapServers, int perSecond) {
        KafkaRoute route = new KafkaRoute(bootstrapServers);
        KafkaWitness witness = new KafkaWitness(route, TopicReading.partitions(route, TOPIC), perSecond);
        witness.consumer.start();
        witness.producer.start();
        return witness;
    }

    /** Names what goes on from now on; times are told by phase. */
    public void phase(String name) {
        producer.phases().begin(name);
    }

    /** Restarts both clients in turn with other bootstrap servers, as their owner's deployment would; returns when it is done. */
    public void cutOver(String bootstrapServers) {
        KafkaRoute next = new KafkaRoute(bootstrapServers);
        producer.restart(next);
        consumer.restart(next);
        route = next;
    }

    public long acknowledged() {
        return producer.acknowledgedCount();
    }

    /** Records that the consumer group got, redelivered ones too. */
    public long delivered() {
        return consumer.delivered().count();
    }

    public long errors() {
        return errors.count();
    }

    /** Ends sending, and ends reading when everything acknowledged has come. */
    public synchronized void stop() {
        if (stopped) {
            return;
        }
        stopped = true;
        producer.stop();
        consumer.awaitAll(producer.acknowledged(), LAST_DELIVERY_LIMIT);
        consumer.stop();
    }

    /** Stops, and reads the whole topic again through the current bootstrap servers. */
    public KafkaWitnessReport report() {
        stop();
        List<BitSet> acknowledged = producer.acknowledged();
        Arrivals topic = TopicReading.whole(route, TOPIC);
        return new KafkaWitnessReport(
                producer.acknowledgedCount(),
                RecordFaults.between(acknowledged, topic, consumer.delivered()),
                new KafkaWitnessReport.Errors(errors.count(), errors.messages()),
                consumer.slowestCommitMillis(),
                producer.phases().reports());
    }

    @Override
    public void close() {
        stop();
    }
}
