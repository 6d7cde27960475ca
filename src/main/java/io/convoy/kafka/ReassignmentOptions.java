package io.convoy.kafka;

import java.util.Optional;

/**
 * How a move is to be carried out.
 *
 * @param batchSize partitions of one batch; those of internal topics always go one by one
 * @param first the topic whose partitions go before all others
 */
record ReassignmentOptions(Crossing crossing, int batchSize, BatchOrder order, Optional<String> first) {

    /** Three at a time: of 27, producers waited half as long again for an acknowledgement. */
    static final int USUAL_BATCH = 3;

    ReassignmentOptions {
        if (batchSize < 1) {
            throw new IllegalArgumentException("A batch has at least one partition, not " + batchSize);
        }
    }

    ReassignmentOptions(Crossing crossing, int batchSize, BatchOrder order) {
        this(crossing, batchSize, order, Optional.empty());
    }

    ReassignmentOptions inBatchesOf(int size) {
        return new ReassignmentOptions(crossing, size, order, first);
    }

    static ReassignmentOptions usual(Crossing crossing) {
        return new ReassignmentOptions(crossing, USUAL_BATCH, BatchOrder.PHASE_BY_PHASE);
    }
}
