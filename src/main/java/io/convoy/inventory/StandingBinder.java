package io.convoy.inventory;

import io.convoy.inventory.Item.Entry;
import io.convoy.inventory.Item.Mapping;
import io.convoy.inventory.Item.Scalar;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** Reads a cluster's environment, tier, owner and labels. */
final class StandingBinder {

    static final List<String> OWNER_KEYS = List.of("team", "contact");

    private final Problems problems;
    private final Defaults defaults;

    StandingBinder(Problems problems, Defaults defaults) {
        this.problems = problems;
        this.defaults = defaults;
    }

    Standing bind(Fields cluster) {
        return new Standing(
                cluster.optional("environment", defaults.item("environment"), Environment::parse)
                        .orElse(Environment.PRODUCTION),
                cluster.optional("tier", defaults.item("tier"), Words::word).orElse(Standing.DEFAULT_TIER),
                owner(cluster),
                labels(cluster));
    }

    private Owner owner(Fields cluster) {
        return cluster.item("owner")
                .or(() -> defaults.item("owner"))
                .flatMap(item -> Fields.of(item, problems, OWNER_KEYS))
                .map(given -> new Owner(ownerField(given, "team"), ownerField(given, "contact")))
                .orElse(Owner.UNKNOWN);
    }

    private Optional<String> ownerField(Fields owner, String key) {
        return owner.optional(key, defaults.owner(key), Function.identity());
    }

    private Map<String, String> labels(Fields cluster) {
        Map<String, String> labels = new TreeMap<>();
        defaults.item("labels").ifPresent(item -> collect(item, labels));
        cluster.item("labels").ifPresent(item -> collect(item, labels));
        return labels;
    }

    private void collect(Item item, Map<String, String> labels) {
        if (!(item instanceof Mapping mapping)) {
            problems.add(item.place(), "'labels' are keys and values, and here stands " + item.description());
            return;
        }
        mapping.entries().forEach((key, entry) -> label(key, entry).ifPresent(value -> labels.put(key, value)));
    }

    private Optional<String> label(String key, Entry entry) {
        if (entry.value() instanceof Scalar scalar) {
            return Optional.of(scalar.text());
        }
        String found = entry.value().description();
        problems.add(entry.value().place(), "Label " + Quoted.of(key) + " is a single value, and here stands " + found);
        return Optional.empty();
    }
}
