package io.convoy.kafka;

import io.convoy.base.RunId;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What a run has set on a cluster to throttle its copies, so that whoever comes after it can take away exactly that. Pure.
 *
 * @param rate bytes a second that each broker concerned sends, and receives, at most
 * @param entries its own entries in lists of topics
 * @param before the rates of the brokers concerned, as they were
 */
record Throttle(
        RunId run,
        long rate,
        Map<ThrottleSetting, List<String>> entries,
        Map<ThrottleSetting, Optional<String>> before) {

    private static final String EVERY_REPLICA = "*";

    Throttle {
        TreeMap<ThrottleSetting, List<String>> copy = new TreeMap<>();
        entries.forEach((list, own) -> copy.put(list, List.copyOf(own)));
        entries = Collections.unmodifiableMap(copy);
        before = Collections.unmodifiableMap(new TreeMap<>(before));
    }

    /** @param others what is set by others; of a broker that cannot be asked nothing is changed */
    static Throttle of(RunId run, long rate, ThrottleLists lists, ThrottleSettings others) {
        Map<ThrottleSetting, List<String>> entries = new TreeMap<>();
        lists.entries().forEach((list, wanted) -> {
            List<String> own = own(wanted, others.entries(list));
            if (!own.isEmpty()) {
                entries.put(list, own);
            }
        });
        Map<ThrottleSetting, Optional<String>> before = new TreeMap<>();
        lists.rates().stream().filter(others::knows).forEach(setting -> before.put(setting, others.value(setting)));
        return new Throttle(run, rate, entries, before);
    }

    private static List<String> own(List<String> wanted, List<String> others) {
        return others.contains(EVERY_REPLICA)
                ? List.of()
                : wanted.stream().filter(entry -> !others.contains(entry)).toList();
    }

    /** What would be set without it. */
    ThrottleSettings without(ThrottleSettings seen) {
        Map<ThrottleSetting, Optional<String>> others = new TreeMap<>(seen.values());
        entries.forEach(
                (list, own) -> others.computeIfPresent(list, (same, value) -> without(own, seen.entries(list))));
        before.forEach((rate, value) -> others.computeIfPresent(rate, (same, current) -> value));
        return new ThrottleSettings(others);
    }

    private static Optional<String> without(List<String> own, List<String> entries) {
        return ThrottleSettings.list(
                entries.stream().filter(entry -> !own.contains(entry)).toList());
    }

    /** What is set with it, beside what others have set. */
    ThrottleSettings with(ThrottleSettings others) {
        Map<ThrottleSetting, Optional<String>> all = new TreeMap<>(others.values());
        entries.forEach((list, own) -> all.put(list, with(own, others.entries(list))));
        before.keySet().forEach(setting -> all.put(setting, Optional.of(Long.toString(rate))));
        return new ThrottleSettings(all);
    }

    private static Optional<String> with(List<String> own, List<String> entries) {
        Set<String> all = new LinkedHashSet<>(entries);
        all.addAll(own);
        return ThrottleSettings.list(all);
    }

    /** Both together, at this one's rate: what may be set while one of them comes in the place of the other. */
    Throttle and(Throttle other) {
        Map<ThrottleSetting, List<String>> both = new TreeMap<>(entries);
        other.entries.forEach((list, theirs) -> both.merge(list, theirs, Throttle::joined));
        Map<ThrottleSetting, Optional<String>> rates = new TreeMap<>(other.before);
        rates.putAll(before);
        return new Throttle(run, rate, both, rates);
    }

    private static List<String> joined(List<String> one, List<String> other) {
        return Stream.concat(one.stream(), other.stream()).distinct().toList();
    }

    /** The part of it that is set in such places. */
    Throttle where(Predicate<ThrottleSetting> place) {
        Map<ThrottleSetting, List<String>> lists = new TreeMap<>(entries);
        lists.keySet().removeIf(place.negate());
        Map<ThrottleSetting, Optional<String>> rates = new TreeMap<>(before);
        rates.keySet().removeIf(place.negate());
        return new Throttle(run, rate, lists, rates);
    }

    Set<ThrottleSetting> settings() {
        Set<ThrottleSetting> all = new TreeSet<>(entries.keySet());
        all.addAll(before.keySet());
        return all;
    }

    List<String> brokers() {
        return before.keySet().stream().map(ThrottleSetting::name).distinct().toList();
    }

    /** Whether it is there for the copy of this partition. */
    boolean isFor(PartitionId partition) {
        return Stream.of(ThrottleSetting.SENDING, ThrottleSetting.RECEIVING)
                .map(key -> entries.getOrDefault(ThrottleSetting.ofTopic(partition.topic(), key), List.of()))
                .flatMap(List::stream)
                .anyMatch(entry -> entry.startsWith(partition.partition() + ":"));
    }
}
