package io.convoy.kafka;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What throttles replication at one moment.
 *
 * @param values what is set, and empty where nothing is; what could not be asked, because its broker is down, is not in it
 */
record ThrottleSettings(Map<ThrottleSetting, Optional<String>> values) {

    ThrottleSettings {
        values = Collections.unmodifiableMap(new TreeMap<>(values));
    }

    Optional<String> value(ThrottleSetting setting) {
        return values.getOrDefault(setting, Optional.empty());
    }

    boolean knows(ThrottleSetting setting) {
        return values.containsKey(setting);
    }

    /** The entries of a topic's list. */
    List<String> entries(ThrottleSetting list) {
        return value(list).map(ThrottleSettings::parts).orElse(List.of());
    }

    /** What must be set, or unset where it is empty, to come from here to there. */
    Map<ThrottleSetting, Optional<String>> changesTo(ThrottleSettings other) {
        Map<ThrottleSetting, Optional<String>> changes = new TreeMap<>();
        other.values.forEach((setting, value) -> {
            if (!isSame(setting, value(setting), value)) {
                changes.put(setting, value);
            }
        });
        return changes;
    }

    /** The order of a list is nobody's business. */
    private static boolean isSame(ThrottleSetting setting, Optional<String> one, Optional<String> other) {
        return setting.isOfTopic()
                ? one.map(ThrottleSettings::set).equals(other.map(ThrottleSettings::set))
                : one.equals(other);
    }

    private static Set<String> set(String list) {
        return new HashSet<>(parts(list));
    }

    private static List<String> parts(String list) {
        return Arrays.stream(list.split(",", -1))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    static Optional<String> list(Collection<String> entries) {
        return entries.isEmpty() ? Optional.empty() : Optional.of(String.join(",", entries));
    }
}
