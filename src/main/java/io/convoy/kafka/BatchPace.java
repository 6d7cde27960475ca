package io.convoy.kafka;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.OptionalInt;
import java.util.TreeSet;

/**
 * How many partitions go at a time, adapted to what producers feel: a stall above the aim halves the batch, some calm batches
 * in a row let it grow by one, and a partition under min.insync.replicas stops everything until it has healed.
 *
 * @param size partitions of a batch
 * @param most what it may grow to
 * @param calm batches in a row without a stall
 * @param ill partitions under min.insync.replicas
 */
record BatchPace(int size, int most, int calm, List<PartitionId> ill) {

    /** The longest that a producer shall wait for an acknowledgement. */
    static final Duration AIM = Duration.ofMillis(500);

    private static final int CALM_BATCHES_TO_GROW = 3;

    BatchPace {
        ill = List.copyOf(ill);
        if (size < 1 || size > most) {
            throw new IllegalArgumentException("A batch has 1 to " + most + " partitions, not " + size);
        }
    }

    static BatchPace upTo(int most) {
        return new BatchPace(most, most, 0, List.of());
    }

    /** How large the next batch may be; none may begin while a partition is ill. */
    OptionalInt next() {
        return ill.isEmpty() ? OptionalInt.of(size) : OptionalInt.empty();
    }

    /** After a batch in which this was the longest wait for an acknowledgement. */
    BatchPace afterBatch(Duration longestStall) {
        if (longestStall.compareTo(AIM) > 0) {
            return new BatchPace(Math.max(1, size / 2), most, 0, ill);
        }
        return calm + 1 < CALM_BATCHES_TO_GROW
                ? new BatchPace(size, most, calm + 1, ill)
                : new BatchPace(Math.min(most, size + 1), most, 0, ill);
    }

    /** After a look at the cluster; one that fell ill also starts the count of calm batches again. */
    BatchPace afterLook(Collection<PartitionId> underMinInSync) {
        int calmSince = underMinInSync.isEmpty() ? calm : 0;
        return new BatchPace(size, most, calmSince, List.copyOf(new TreeSet<>(underMinInSync)));
    }
}
