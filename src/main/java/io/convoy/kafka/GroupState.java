package io.convoy.kafka;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A consumer group in one cluster.
 *
 * @param members that are alive
 * @param assigned what these read at the moment
 * @param committed how far it has read, by its own word
 */
record GroupState(String name, int members, Set<PartitionId> assigned, Map<PartitionId, Long> committed) {

    GroupState {
        assigned = Set.copyOf(assigned);
        committed = java.util.Collections.unmodifiableMap(new TreeMap<>(committed));
    }

    /** The offset that it has committed; 0 where it has committed none. */
    long readTo(PartitionId partition) {
        return committed.getOrDefault(partition, 0L);
    }

    boolean isAtWork() {
        return members > 0;
    }

    /** Topics of which it has read something, or reads now. */
    Set<String> topics() {
        Set<String> topics = committed.keySet().stream().map(PartitionId::topic).collect(Collectors.toSet());
        topics.addAll(topicsNow());
        return topics;
    }

    /** Topics that its members read at the moment. */
    Set<String> topicsNow() {
        return assigned.stream().map(PartitionId::topic).collect(Collectors.toSet());
    }
}
