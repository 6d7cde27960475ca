package io.convoy.lab;

import java.time.Duration;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/** The receiving half of a {@link KafkaWitness}: the one member of a group that commits what it has read. */
final class WitnessConsumer {

    private static final Duration POLL = Duration.ofMillis(100);
    private static final long COMMIT_EVERY_NANOS = TimeUnit.MILLISECONDS.toNanos(500);
    private static final Duration ASSIGNMENT_LIMIT = Duration.ofMinutes(1);
    private static final long BEFORE_REOPENING_MILLIS = 500;

    private final Arrivals delivered;
    private final PhaseTimes commits = new PhaseTimes("commits");
    private final ErrorTally errors;
    private final Thread worker = new Thread(this::work, "witness-consumer");
    private volatile Membership wanted;
    private volatile boolean stopped;

    /** Where to read, and whether that has begun. */
    private record Membership(KafkaRoute route, CountDownLatch begun) {

        Membership(KafkaRoute route) {
            this(route, new CountDownLatch(1));
        }
    }

    WitnessConsumer(KafkaRoute route, int partitions, ErrorTally errors) {
        this.wanted = new Membership(route);
        this.delivered = new Arrivals(partitions);
        this.errors = errors;
        worker.setDaemon(true);
    }

    void start() {
        worker.start();
    }

    Arrivals delivered() {
        return delivered;
    }

    double slowestCommitMillis() {
        return commits.report().maxMillis();
    }

    private void work() {
        while (!stopped) {
            Membership membership = wanted;
            try (Consumer<byte[], byte[]> consumer = membership.route().member(KafkaWitness.GROUP)) {
                consumer.subscribe(List.of(KafkaWitness.TOPIC), new CommitBeforeRevocation(consumer));
                read(consumer, membership);
            } catch (KafkaException e) {
                errors.add(e);
                Pause.millis(BEFORE_REOPENING_MILLIS);
            }
        }
    }

    private void read(Consumer<byte[], byte[]> consumer, Membership membership) {
        long committedAt = System.nanoTime();
        while (!stopped && membership.equals(wanted)) {
            for (ConsumerRecord<byte[], byte[]> received : consumer.poll(POLL)) {
                delivered.add(NumberedRecord.of(received));
            }
            if (!consumer.assignment().isEmpty()) {
                membership.begun().countDown();
            }
            if (System.nanoTime() - committedAt > COMMIT_EVERY_NANOS) {
                commit(consumer);
                committedAt = System.nanoTime();
            }
        }
        commit(consumer);
    }

    private void commit(Consumer<byte[], byte[]> consumer) {
        long begin = System.nanoTime();
        consumer.commitSync();
        commits.took(System.nanoTime() - begin);
    }

    /** As a careful application does: else each rebalance would deliver again what came since the last commit. */
    private final class CommitBeforeRevocation implements ConsumerRebalanceListener {

        private final Consumer<byte[], byte[]> consumer;

        CommitBeforeRevocation(Consumer<byte[], byte[]> consumer) {
            this.consumer = consumer;
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            commit(consumer);
        }

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            // Reading goes on where the group has committed.
        }
    }

    /** Commits and leaves the old way, then joins the group the new way. */
    void restart(KafkaRoute route) {
        Membership next = new Membership(route);
        wanted = next;
        try {
            if (!next.begun().await(ASSIGNMENT_LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new LabException("The witness's consumer got no partitions through " + route.bootstrapServers());
            }
        } catch (InterruptedException e) {
            throw Pause.interrupted(e);
        }
    }

    /** Waits until all of these were delivered; whoever comes back at the limit finds the rest missing. */
    void awaitAll(List<BitSet> acknowledged, Duration limit) {
        Pause.until(limit, () -> delivered.missing(acknowledged) == 0);
    }

    void stop() {
        stopped = true;
        try {
            worker.join();
        } catch (InterruptedException e) {
            throw Pause.interrupted(e);
        }
    }
}
