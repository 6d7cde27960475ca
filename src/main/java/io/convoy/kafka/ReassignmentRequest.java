package io.convoy.kafka;

import java.util.Comparator;
import java.util.List;

/**
 * Everything that a plan is made from.
 *
 * @param partitions all of the cluster, internal topics included
 * @param settled what an earlier plan has decided; {@link Settled#NOTHING} for the first
 */
record ReassignmentRequest(List<PartitionState> partitions, Sides sides, Settled settled, ReassignmentOptions options) {

    ReassignmentRequest {
        partitions = partitions.stream()
                .sorted(Comparator.comparing(PartitionState::id))
                .toList();
        for (int i = 1; i < partitions.size(); i++) {
            if (partitions.get(i).id().equals(partitions.get(i - 1).id())) {
                throw new IllegalArgumentException(partitions.get(i).id() + " is named twice");
            }
        }
    }

    ReassignmentRequest inBatchesOf(int size) {
        return new ReassignmentRequest(partitions, sides, settled, options.inBatchesOf(size));
    }

    /** Asks for the way back: every settled partition returns to where it was, later ones leave the destination too. */
    ReassignmentRequest undo() {
        return new ReassignmentRequest(partitions, sides.swapped(), settled.reversed(), options);
    }
}
