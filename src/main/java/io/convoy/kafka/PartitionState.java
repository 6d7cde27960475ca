package io.convoy.kafka;

import io.convoy.base.ByteSize;

/**
 * One partition as it was seen.
 *
 * @param size bytes of one replica
 * @param minInSync the topic's {@code min.insync.replicas}
 */
record PartitionState(PartitionId id, Replicas replicas, ByteSize size, int minInSync) {

    /**
     * How many in-sync replicas it must keep, with so many replicas. Where {@code min.insync.replicas} is above them, no
     * producer with acks=all was ever answered, and all of them is what can be kept (as KIP-966 counts it).
     */
    int minInSync(int replicationFactor) {
        return Math.min(minInSync, replicationFactor);
    }
}
