package io.convoy.kafka;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.jboss.logging.Logger;

/**
 * A producer that writes to every partition of a topic all the time, one record after the other, and knows how long it waited.
 * It ends by itself when nobody asks any more.
 */
final class Canary implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Canary.class);
    private static final Duration EVERY = Duration.ofMillis(50);
    private static final Duration UNASKED = Duration.ofMinutes(1);
    private static final byte[] RECORD = {};

    private final String topic;
    private final Producer<byte[], byte[]> producer;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(Canary::thread);
    private final Map<Integer, Long> waitingSinceNanos = new ConcurrentHashMap<>();
    private final AtomicLong longestNanos = new AtomicLong();
    private final AtomicLong askedAtNanos = new AtomicLong(System.nanoTime());
    /** What is written there first waits for connections to be made, too. */
    private final Set<Integer> heard = ConcurrentHashMap.newKeySet();

    Canary(String topic, Producer<byte[], byte[]> producer) {
        this.topic = topic;
        this.producer = producer;
        var unused = thread.scheduleWithFixedDelay(this::sing, 0, EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "kafka-canary");
        thread.setDaemon(true);
        return thread;
    }

    String topic() {
        return topic;
    }

    boolean isAlive() {
        return !thread.isShutdown();
    }

    /** Empty before the first record was acknowledged: a topic that cannot be written to says nothing about a move. */
    Optional<Duration> longestStall() {
        long now = System.nanoTime();
        askedAtNanos.set(now);
        long waiting = waitingSinceNanos.entrySet().stream()
                .filter(partition -> heard.contains(partition.getKey()))
                .mapToLong(partition -> now - partition.getValue())
                .max()
                .orElse(0);
        long longest = Math.max(longestNanos.getAndSet(0), waiting);
        return heard.isEmpty() ? Optional.empty() : Optional.of(Duration.ofNanos(longest));
    }

    private void sing() {
        if (System.nanoTime() - askedAtNanos.get() > UNASKED.toNanos()) {
            close();
            return;
        }
        try {
            producer.partitionsFor(topic).stream()
                    .map(PartitionInfo::partition)
                    .filter(partition -> waitingSinceNanos.putIfAbsent(partition, System.nanoTime()) == null)
                    .forEach(this::send);
        } catch (KafkaException e) {
            LOG.debugf("The canary cannot write to %s: %s", topic, e.getMessage());
        }
    }

    private void send(int partition) {
        try {
            var unused = producer.send(
                    new ProducerRecord<>(topic, partition, null, RECORD),
                    (where, failure) -> answered(partition, failure == null));
        } catch (KafkaException e) {
            waitingSinceNanos.remove(partition);
            throw e;
        }
    }

    private void answered(int partition, boolean acknowledged) {
        Long since = waitingSinceNanos.remove(partition);
        if (since != null && heard.contains(partition)) {
            longestNanos.accumulateAndGet(System.nanoTime() - since, Math::max);
        }
        if (acknowledged) {
            heard.add(partition);
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
        producer.close(Duration.ZERO);
    }
}
