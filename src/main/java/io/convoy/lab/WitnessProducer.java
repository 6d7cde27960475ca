package io.convoy.lab;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/** The sending half of a {@link KafkaWitness}: numbered records at a steady rate, to all partitions in turn. */
final class WitnessProducer {

    private static final int IN_FLIGHT = 4_096;
    private static final long TICK_MILLIS = 5;

    private final int perSecond;
    private final List<AcknowledgedRows> acknowledged;
    private final Phases phases = new Phases();
    private final ErrorTally errors;
    private final Semaphore inFlight = new Semaphore(IN_FLIGHT);
    private final Thread worker = new Thread(this::work, "witness-producer");
    private Producer<byte[], byte[]> producer;
    private volatile boolean stopped;

    WitnessProducer(KafkaRoute route, int partitions, int perSecond, ErrorTally errors) {
        this.producer = route.producer(Map.of());
        this.perSecond = perSecond;
        this.acknowledged = IntStream.range(0, partitions)
                .mapToObj(partition -> new AcknowledgedRows())
                .toList();
        this.errors = errors;
        worker.setDaemon(true);
    }

    void start() {
        worker.start();
    }

    Phases phases() {
        return phases;
    }

    long acknowledgedCount() {
        return acknowledged.stream().mapToLong(AcknowledgedRows::count).sum();
    }

    /** The acknowledged numbers of each partition. */
    List<BitSet> acknowledged() {
        return acknowledged.stream().map(AcknowledgedRows::copy).toList();
    }

    private void work() {
        long begin = System.nanoTime();
        long sent = 0;
        while (!stopped) {
            long due = (System.nanoTime() - begin) * perSecond / TimeUnit.SECONDS.toNanos(1);
            while (sent < due && !stopped) {
                send(NumberedRecord.inTurn(sent++, acknowledged.size()));
            }
            Pause.millis(TICK_MILLIS);
        }
    }

    /** No restart happens meanwhile, and its time does not count: it is the application's own. */
    private synchronized void send(NumberedRecord record) {
        inFlight.acquireUninterruptibly();
        PhaseTimes during = phases.current();
        long begin = System.nanoTime();
        try {
            // The callback is told all that the future would say.
            var unused = producer.send(
                    record.to(KafkaWitness.TOPIC),
                    (metadata, failure) -> ended(record, during, System.nanoTime() - begin, failure));
        } catch (KafkaException e) {
            ended(record, during, System.nanoTime() - begin, e);
        }
    }

    private void ended(NumberedRecord record, PhaseTimes during, long nanos, @Nullable Exception failure) {
        inFlight.release();
        if (failure == null) {
            during.took(nanos);
            acknowledged.get(record.partition()).add(record.number());
        } else {
            during.failed(nanos);
            errors.add(failure);
        }
    }

    /** Everything on its way is acknowledged the old way before the next record goes the new way: order is kept. */
    synchronized void restart(KafkaRoute route) {
        Producer<byte[], byte[]> next = route.producer(Map.of());
        producer.close();
        producer = next;
    }

    /** Waits for what is on its way. */
    void stop() {
        stopped = true;
        try {
            worker.join();
        } catch (InterruptedException e) {
            throw Pause.interrupted(e);
        }
        close();
    }

    private synchronized void close() {
        producer.close();
    }
}
