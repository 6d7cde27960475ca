package io.convoy.lab;

import java.util.BitSet;
import java.util.List;

/**
 * What was wrong with a witness's records.
 *
 * @param lost acknowledged, and not in the topic any more
 * @param undelivered in the topic, and never given to the witness's consumer group
 * @param duplicated more than once in the topic
 * @param outOfOrder behind a later one of the same partition, in the topic or on delivery
 * @param redelivered given to the consumer group once more than they stand in the topic
 */
public record RecordFaults(long lost, long undelivered, long duplicated, long outOfOrder, long redelivered) {

    /**
     * Compares what was acknowledged, as sets of numbers by partition, with what the whole topic holds and what the group
     * got.
     */
    static RecordFaults between(List<BitSet> acknowledged, Arrivals topic, Arrivals delivered) {
        return new RecordFaults(
                topic.missing(acknowledged),
                delivered.missing(topic.present(acknowledged)),
                topic.repeated(),
                Math.max(topic.outOfOrder(), delivered.outOfOrder()),
                Math.max(0, delivered.repeated() - topic.repeated()));
    }

    boolean none() {
        return lost == 0 && undelivered == 0 && duplicated == 0 && outOfOrder == 0 && redelivered == 0;
    }
}
