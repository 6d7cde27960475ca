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
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.RetriableException;
import org.jboss.logging.Logger;

/**
 * A producer that writes to every partition of a topic all the time, one record after the other, and knows how long it waited.
 * It ends by itself when nobody asks any more, and when it is not let in: who comes next reads its secrets anew.
 */
final class Canary implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Canary.class);
    private static final Duration EVERY = Duration.ofMillis(50);
    private static final long NEVER = 0;
    private static final Duration UNASKED = Duration.ofMinutes(1);
    /** A login that was refused is tried again this much later: some count them. */
    private static final Duration REFUSED = Duration.ofSeconds(15);

    private static final byte[] RECORD = {};

    private final Perch perch;
    private final Producer<byte[], byte[]> producer;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(Canary::thread);
    private final Map<Integer, Long> waitingSinceNanos = new ConcurrentHashMap<>();
    private final AtomicLong longestNanos = new AtomicLong();
    private final AtomicLong askedAtNanos = new AtomicLong(System.nanoTime());
    /** What is written there first waits for connections to be made, too. */
    private final Set<Integer> heard = ConcurrentHashMap.newKeySet();

    private final AtomicLong refusedAtNanos = new AtomicLong(NEVER);
    private volatile String lastFailure = "not one was acknowledged yet";

    Canary(Perch perch, Producer<byte[], byte[]> producer) {
        this.perch = perch;
        this.producer = producer;
        var unused = thread.scheduleWithFixedDelay(this::sing, 0, EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** How and where it writes. */
    record Perch(KafkaWay way, String topic) {}

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "kafka-canary");
        thread.setDaemon(true);
        return thread;
    }

    Perch perch() {
        return perch;
    }

    /** Whether it has ended, and another one may begin. */
    boolean isOver() {
        return thread.isShutdown() && (!isRefused() || isLater(refusedAtNanos.get(), REFUSED));
    }

    private boolean isRefused() {
        return refusedAtNanos.get() != NEVER;
    }

    private static boolean isLater(long sinceNanos, Duration span) {
        return System.nanoTime() - sinceNanos > span.toNanos();
    }

    /** Nothing before a record was acknowledged: a topic that cannot be written to says nothing about a move. */
    ProducerPulse.Felt felt() {
        long now = System.nanoTime();
        askedAtNanos.set(now);
        long waiting = waitingSinceNanos.entrySet().stream()
                .filter(partition -> heard.contains(partition.getKey()))
                .mapToLong(partition -> now - partition.getValue())
                .max()
                .orElse(0);
        long longest = Math.max(longestNanos.getAndSet(0), waiting);
        return heard.isEmpty() || isRefused()
                ? ProducerPulse.Felt.silent("of its records in " + perch.topic() + " " + lastFailure)
                : ProducerPulse.Felt.of(Duration.ofNanos(longest));
    }

    private void sing() {
        if (isRefused() || isLater(askedAtNanos.get(), UNASKED)) {
            close();
            return;
        }
        try {
            producer.partitionsFor(perch.topic()).stream()
                    .map(PartitionInfo::partition)
                    .filter(partition -> waitingSinceNanos.putIfAbsent(partition, System.nanoTime()) == null)
                    .forEach(this::send);
        } catch (KafkaException e) {
            failed(e);
        }
    }

    private void send(int partition) {
        try {
            var unused = producer.send(
                    new ProducerRecord<>(perch.topic(), partition, null, RECORD),
                    (where, failure) -> answered(partition, Optional.ofNullable(failure)));
        } catch (KafkaException e) {
            waitingSinceNanos.remove(partition);
            throw e;
        }
    }

    private void answered(int partition, Optional<Exception> failure) {
        Long since = waitingSinceNanos.remove(partition);
        if (since != null && heard.contains(partition)) {
            longestNanos.accumulateAndGet(System.nanoTime() - since, Math::max);
        }
        failure.ifPresentOrElse(thrown -> failed(partition, thrown), () -> heard.add(partition));
    }

    /** Who waited in vain has waited; who was sent away at once must not be taken for one who did not wait. */
    private void failed(int partition, Exception thrown) {
        failed(thrown);
        if (!(thrown instanceof RetriableException)) {
            heard.remove(partition);
        }
    }

    private void failed(Exception thrown) {
        String reason = String.valueOf(thrown.getMessage()).lines().findFirst().orElse("");
        LOG.debugf("The canary cannot write to %s: %s", perch.topic(), reason);
        if (isRefused()) {
            return;
        }
        lastFailure = "none is acknowledged: " + reason;
        if (thrown instanceof AuthenticationException) {
            refusedAtNanos.set(System.nanoTime());
        }
    }

    @Override
    public void close() {
        thread.shutdown();
        producer.close(Duration.ZERO);
    }
}
