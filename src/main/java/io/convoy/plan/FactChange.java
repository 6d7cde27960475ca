package io.convoy.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A fact that is no longer what it was.
 *
 * @param then its value in the earlier list, empty where it was not there
 * @param now its value in the later list, empty where it is gone
 * @param weight the graver of both
 */
public record FactChange(String name, Optional<String> then, Optional<String> now, Fact.Weight weight) {

    /** What differs between two lists of facts; the facts that were there before come first, in their order. */
    static List<FactChange> between(List<Fact> then, List<Fact> now) {
        Map<String, Fact> before = byName(then);
        Map<String, Fact> after = byName(now);
        Map<String, Fact> all = new LinkedHashMap<>(before);
        after.forEach(all::putIfAbsent);
        List<FactChange> changes = new ArrayList<>();
        for (String name : all.keySet()) {
            Optional<Fact> was = Optional.ofNullable(before.get(name));
            Optional<Fact> is = Optional.ofNullable(after.get(name));
            if (!was.map(Fact::value).equals(is.map(Fact::value))) {
                changes.add(new FactChange(name, was.map(Fact::value), is.map(Fact::value), graver(was, is)));
            }
        }
        return changes;
    }

    private static Map<String, Fact> byName(List<Fact> facts) {
        Map<String, Fact> byName = new LinkedHashMap<>();
        facts.forEach(fact -> byName.put(fact.name(), fact));
        return byName;
    }

    private static Fact.Weight graver(Optional<Fact> one, Optional<Fact> other) {
        Fact.Weight first = one.map(Fact::weight).orElse(Fact.Weight.INFORMATIVE);
        Fact.Weight second = other.map(Fact::weight).orElse(Fact.Weight.INFORMATIVE);
        return first.compareTo(second) < 0 ? second : first;
    }

    @Override
    public String toString() {
        return name + ": " + then.map(value -> "was '" + value + "'").orElse("was not there") + ", "
                + now.map(value -> "is '" + value + "'").orElse("is gone");
    }
}
