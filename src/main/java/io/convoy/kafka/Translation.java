package io.convoy.kafka;

import io.convoy.base.Digest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where groups of a source go on in a copy of it. Pure.
 *
 * @param found groups that have a place in every partition, with how much they may get again
 * @param missing groups that lack one, with how many
 * @param digest changes whenever one of the translated offsets does
 */
record Translation(List<String> found, List<String> missing, String digest) {

    static Translation of(ReadingView source, ReadingView destination, String prefix) {
        List<String> found = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        StringBuilder offsets = new StringBuilder();
        for (GroupState group : source.groups()) {
            GroupState there = destination
                    .group(group.name())
                    .orElseGet(() -> new GroupState(group.name(), 0, Set.of(), Map.of()));
            long needed = needed(source, group).size();
            long lacking = needed(source, group).stream()
                    .filter(partition -> !there.committed().containsKey(copied(partition, prefix)))
                    .count();
            offsets.append(there.name()).append(there.committed());
            if (lacking > 0) {
                missing.add(group.name() + " (" + lacking + " of " + needed + " partitions)");
            } else if (needed > 0) {
                found.add(group.name() + ": goes on in " + needed + " partitions, with "
                        + again(source, destination, group, there, prefix) + " records that it has read already");
            }
        }
        return new Translation(found, missing, Digest.of(offsets.toString()).brief());
    }

    static PartitionId copied(PartitionId partition, String prefix) {
        return new PartitionId(prefix + partition.topic(), partition.partition());
    }

    /** Where nothing was read yet there is nothing to translate: the group begins at the beginning. */
    private static List<PartitionId> needed(ReadingView source, GroupState group) {
        return group.committed().entrySet().stream()
                .filter(read -> Optional.ofNullable(source.logs().get(read.getKey()))
                        .filter(log -> !log.isEmpty() && read.getValue() > log.start())
                        .isPresent())
                .map(Map.Entry::getKey)
                .toList();
    }

    private static long again(
            ReadingView source, ReadingView destination, GroupState group, GroupState there, String prefix) {
        return needed(source, group).stream()
                .mapToLong(partition -> {
                    PartitionId copy = copied(partition, prefix);
                    long unread = source.log(partition).behind(group.readTo(partition));
                    long unreadThere = destination.log(copy).behind(there.readTo(copy));
                    return Math.max(0, unreadThere - unread);
                })
                .sum();
    }
}
