package io.convoy.kafka;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How far a cluster's records were read, at one moment.
 *
 * @param logs of every topic but internal ones
 * @param groups consumer groups, ordered by name
 */
record ReadingView(Map<PartitionId, LogSpan> logs, List<GroupState> groups) {

    ReadingView {
        logs = java.util.Collections.unmodifiableMap(new TreeMap<>(logs));
        groups = groups.stream().sorted(Comparator.comparing(GroupState::name)).toList();
    }

    Optional<GroupState> group(String name) {
        return groups.stream().filter(group -> group.name().equals(name)).findFirst();
    }

    /** What a partition holds; nothing where there is no such partition. */
    LogSpan log(PartitionId partition) {
        return logs.getOrDefault(partition, LogSpan.NOTHING);
    }

    /** By topic, the sum of all its partitions' end offsets: it grows with every record. */
    Map<String, Long> written() {
        Map<String, Long> written = new TreeMap<>();
        logs.forEach((partition, log) -> written.merge(partition.topic(), log.end(), Long::sum));
        return written;
    }

    /** Partitions that the group has not read to the end, with where it stands. A partition it never read it has all to read. */
    Map<PartitionId, Long> unread(GroupState group) {
        Map<PartitionId, Long> unread = new TreeMap<>();
        logs.forEach((partition, log) -> {
            long read = group.committed().getOrDefault(partition, log.start());
            if (group.topics().contains(partition.topic()) && log.behind(read) > 0) {
                unread.put(partition, Math.max(log.start(), read));
            }
        });
        return unread;
    }

    /** Partitions that hold records and that no group reads. */
    List<PartitionId> unclaimed() {
        return logs.entrySet().stream()
                .filter(log -> !log.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .filter(partition ->
                        groups.stream().noneMatch(group -> group.topics().contains(partition.topic())))
                .toList();
    }
}
