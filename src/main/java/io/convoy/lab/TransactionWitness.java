package io.convoy.lab;

import java.time.Duration;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TimeoutException;

/**
 * An application that sends numbered records in transactions all through a migration, and withdraws every fifth of these. What
 * it has withdrawn it sends again, so a withdrawn record that somebody gets to read stands there twice.
 */
public final class TransactionWitness implements AutoCloseable {

    public static final String TOPIC = "transactions";

    private static final int RECORDS = 12;
    private static final int WITHDRAWN_OF = 5;
    private static final long PAUSE_MILLIS = 50;
    private static final Duration RETRY_COMMIT = Duration.ofMinutes(1);

    private final ErrorTally errors = new ErrorTally();
    private final List<AcknowledgedRows> acknowledged;
    private final Thread worker = new Thread(this::work, "transaction-witness");
    private KafkaRoute route;
    private Producer<byte[], byte[]> producer;
    private long sent;
    private long committed;
    private long withdrawn;
    private volatile boolean stopped;

    private TransactionWitness(KafkaRoute route) {
        this.route = route;
        this.producer = opened(route);
        this.acknowledged = IntStream.range(0, TopicReading.partitions(route, TOPIC))
                .mapToObj(partition -> new AcknowledgedRows())
                .toList();
        worker.setDaemon(true);
    }

    /** Makes its topic, with as many replicas as the brokers give; nothing to do where it is. */
    public static void createTopic(String bootstrapServers, int partitions) {
        try (TopicMaker topics = new TopicMaker(new KafkaRoute(bootstrapServers))) {
            topics.create(TOPIC, partitions);
        }
    }

    public static TransactionWitness start(String bootstrapServers) {
        TransactionWitness witness = new TransactionWitness(new KafkaRoute(bootstrapServers));
        witness.worker.start();
        return witness;
    }

    private static Producer<byte[], byte[]> opened(KafkaRoute route) {
        Producer<byte[], byte[]> producer =
                route.producer(Map.of(ProducerConfig.TRANSACTIONAL_ID_CONFIG, "transaction-witness"));
        producer.initTransactions();
        return producer;
    }

    private void work() {
        while (!stopped) {
            transact((committed + withdrawn) % WITHDRAWN_OF == WITHDRAWN_OF - 1);
            Pause.millis(PAUSE_MILLIS);
        }
    }

    /** No restart happens meanwhile. */
    private synchronized void transact(boolean withdraw) {
        List<NumberedRecord> records = LongStream.range(sent, sent + RECORDS)
                .mapToObj(number -> NumberedRecord.inTurn(number, acknowledged.size()))
                .toList();
        try {
            producer.beginTransaction();
            for (NumberedRecord record : records) {
                // Whatever fails is thrown when the transaction is committed.
                var unused = producer.send(record.to(TOPIC));
            }
            if (withdraw) {
                withdraw();
            } else {
                commit(records);
            }
        } catch (KafkaException e) {
            // Those numbers may be there or not: whoever sends on would blame the cluster for what it does not know.
            errors.add(e);
            stopped = true;
        }
    }

    /** Its records are in the log, and marked as withdrawn. */
    private void withdraw() {
        producer.flush();
        producer.abortTransaction();
        withdrawn++;
    }

    private void commit(List<NumberedRecord> records) {
        long deadline = System.nanoTime() + RETRY_COMMIT.toNanos();
        while (true) {
            try {
                producer.commitTransaction();
                break;
            } catch (TimeoutException e) {
                // Kafka allows to ask again, and answers what became of it.
                if (System.nanoTime() > deadline) {
                    throw e;
                }
            }
        }
        records.forEach(record -> acknowledged.get(record.partition()).add(record.number()));
        sent += records.size();
        committed++;
    }

    /** Restarts the producer with other bootstrap servers, as its owner's deployment would; returns when it is done. */
    public synchronized void cutOver(String bootstrapServers) {
        route = new KafkaRoute(bootstrapServers);
        producer.close();
        producer = opened(route);
    }

    private void stop() {
        stopped = true;
        try {
            worker.join();
        } catch (InterruptedException e) {
            throw Pause.interrupted(e);
        }
        synchronized (this) {
            producer.close();
        }
    }

    /** Stops, and reads the whole topic as those do who want committed records only. */
    public TransactionReport report() {
        stop();
        List<BitSet> expected =
                acknowledged.stream().map(AcknowledgedRows::copy).toList();
        Arrivals topic = TopicReading.committed(route, TOPIC);
        return new TransactionReport(
                committed,
                withdrawn,
                expected.stream().mapToLong(BitSet::cardinality).sum(),
                topic.count(),
                RecordFaults.between(expected, topic, topic),
                errors.messages());
    }

    @Override
    public void close() {
        stop();
    }
}
