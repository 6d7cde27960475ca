package io.convoy.kafka;

import java.util.List;
import java.util.Map;

/**
 * What clients write to partitions.
 *
 * @param bytesPerSecond as it was on average lately; partitions of which nothing is known are missing
 */
record Ingest(Map<PartitionId, Long> bytesPerSecond) {

    static final Ingest UNKNOWN = new Ingest(Map.of());

    Ingest {
        bytesPerSecond = Map.copyOf(bytesPerSecond);
    }

    /** Partitions that would never be copied at this rate, because clients write as fast. */
    List<PartitionId> outrunning(long rate) {
        return bytesPerSecond.entrySet().stream()
                .filter(entry -> entry.getValue() >= rate)
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }
}
