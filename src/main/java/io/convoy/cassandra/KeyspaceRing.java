package io.convoy.cassandra;

import io.convoy.base.Digest;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * Where the replicas of a keyspace are, range by range.
 *
 * @param sourceFactor its replication factor in the source
 * @param targetFactor and in the target
 * @param ranges in an order that depends on the ring alone
 */
record KeyspaceRing(String keyspace, int sourceFactor, int targetFactor, List<OwnedRange> ranges) {

    KeyspaceRing {
        ranges = ranges.stream()
                .sorted(Comparator.comparing(owned -> owned.range().toString()))
                .toList();
    }

    /** Those of which this node holds a replica. */
    List<OwnedRange> of(String address) {
        return ranges.stream()
                .filter(owned -> owned.replicas().contains(address))
                .toList();
    }

    QuorumCover cover(OwnedRange owned, Set<String> sources, Set<String> targets) {
        return new QuorumCover(
                owned.replicas().stream().filter(sources::contains).toList(),
                owned.replicas().stream().filter(targets::contains).toList(),
                sourceFactor,
                targetFactor);
    }

    /** Another one, and what was streamed for this ring says nothing any more. */
    String fingerprint() {
        return Digest.of(ranges.toString()).brief();
    }
}
