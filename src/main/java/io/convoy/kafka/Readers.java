package io.convoy.kafka;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Whether those who read one cluster read another one too. Pure.
 *
 * @param present groups that do, in words
 * @param missing groups that do not, with what they lack
 * @param idle groups that have read, and are not at work now
 */
record Readers(List<String> present, List<String> missing, List<String> idle) {

    static Readers compare(List<GroupState> source, List<GroupState> destination) {
        Readers readers = new Readers(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        source.stream().sorted(java.util.Comparator.comparing(GroupState::name)).forEach(group -> {
            GroupState there = destination.stream()
                    .filter(other -> other.name().equals(group.name()))
                    .findFirst()
                    .orElseGet(() -> new GroupState(group.name(), 0, Set.of(), java.util.Map.of()));
            readers.add(group, there);
        });
        return readers;
    }

    private void add(GroupState group, GroupState there) {
        if (!group.isAtWork()) {
            idle.add(group.name());
        } else if (!there.isAtWork()) {
            missing.add(group.name() + " (no live member there)");
        } else {
            Set<String> lacking = new TreeSet<>(group.topicsNow());
            lacking.removeAll(there.topicsNow());
            if (lacking.isEmpty()) {
                present.add(group.name() + ": " + group.members() + " members here, " + there.members() + " there");
            } else {
                missing.add(group.name() + " (does not read " + Objection.names(lacking) + " there)");
            }
        }
    }
}
