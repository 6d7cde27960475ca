package io.convoy.kafka;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What is still to be done until a second cluster has the topics of the first. Topics are made bare and configured then: only a
 * topic that exists tells which keys its cluster knows. Pure.
 *
 * @param create topics that are missing
 * @param grow topics that have too few partitions, with how many they shall have
 * @param configure keys that differ, with what they shall be
 * @param conflicts why some topic cannot be made alike
 * @param unknown keys that mean nothing to the destination's version
 */
record TopicCopy(
        List<TopicShape> create,
        Map<String, Integer> grow,
        Map<String, Map<String, String>> configure,
        List<String> conflicts,
        Set<String> unknown) {

    /** What belongs to a reassignment that runs, not to the topic. */
    private static final Set<String> OF_ITS_CLUSTER =
            Set.of("leader.replication.throttled.replicas", "follower.replication.throttled.replicas");

    static TopicCopy of(List<TopicShape> source, List<TopicShape> destination, int brokers) {
        Map<String, TopicShape> there =
                destination.stream().collect(Collectors.toMap(TopicShape::name, Function.identity()));
        TopicCopy copy =
                new TopicCopy(new ArrayList<>(), new TreeMap<>(), new TreeMap<>(), new ArrayList<>(), new TreeSet<>());
        source.stream().map(topic -> topic.within(brokers)).forEach(wanted -> {
            Optional<TopicShape> made = Optional.ofNullable(there.get(wanted.name()));
            made.ifPresentOrElse(found -> copy.compare(wanted, found), () -> copy.create.add(wanted));
        });
        return copy;
    }

    boolean isDone() {
        return create.isEmpty() && grow.isEmpty() && configure.isEmpty() && conflicts.isEmpty();
    }

    private void compare(TopicShape wanted, TopicShape found) {
        if (found.partitions() > wanted.partitions()) {
            conflicts.add(wanted.name() + " has " + found.partitions() + " partitions there and " + wanted.partitions()
                    + " in the source");
        } else if (found.partitions() < wanted.partitions()) {
            grow.put(wanted.name(), wanted.partitions());
        }
        Map<String, String> different = new TreeMap<>(wanted.settings());
        different.keySet().removeAll(OF_ITS_CLUSTER);
        different.keySet().stream()
                .filter(key -> !found.settings().containsKey(key))
                .forEach(unknown::add);
        different.entrySet().removeIf(entry -> isAlike(found, entry));
        if (!different.isEmpty()) {
            configure.put(wanted.name(), different);
        }
    }

    private static boolean isAlike(TopicShape found, Map.Entry<String, String> wanted) {
        String there = found.settings().get(wanted.getKey());
        return there == null || there.equals(wanted.getValue());
    }
}
