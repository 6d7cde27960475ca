package io.convoy.cassandra;

import io.convoy.base.ByteSize;
import java.util.List;
import java.util.Optional;

/**
 * One node of the ring.
 *
 * @param up as the failure detector of the others sees it
 * @param mode NORMAL, JOINING, LEAVING, MOVING, DECOMMISSIONED, DRAINED …, or UNREACHABLE where its JMX does not answer
 * @param load its data on disk, as gossip tells it
 * @param diskFree free space on its data directories, where it could be asked
 * @param activities what it is busy with: rebuild, repair, bootstrap, …, in Cassandra's words; empty when idle
 * @param rebuildMemory keyspaces of which it remembers streamed ranges ({@code system.available_ranges_v2})
 */
record Member(
        String address,
        String hostId,
        String datacenter,
        String rack,
        String version,
        boolean up,
        String mode,
        int tokens,
        ByteSize load,
        Optional<ByteSize> diskFree,
        List<String> activities,
        List<String> rebuildMemory) {

    Member {
        activities = List.copyOf(activities);
        rebuildMemory = List.copyOf(rebuildMemory);
    }
}
