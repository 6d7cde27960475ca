package io.convoy.inventory;

import io.convoy.inventory.Item.Mapping;
import io.convoy.inventory.Item.Scalar;
import io.convoy.inventory.Item.Sequence;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The values of one mapping, asked for by key; what is wrong or missing becomes a problem, and the answer is empty. */
final class Fields {

    private final Mapping mapping;
    private final Problems problems;
    private final int problemsBefore;
    private final Set<String> misspelled = new HashSet<>();

    private Fields(Mapping mapping, Problems problems) {
        this.mapping = mapping;
        this.problems = problems;
        this.problemsBefore = problems.count();
    }

    /** The mapping's fields; every key that is not a known one is reported with the nearest that is. */
    static Optional<Fields> of(Item item, Problems problems, List<String> known) {
        if (!(item instanceof Mapping mapping)) {
            problems.add(
                    item.place(),
                    "Here stands " + item.description() + ": expected are the keys " + String.join(", ", known));
            return Optional.empty();
        }
        Fields fields = new Fields(mapping, problems);
        mapping.entries().forEach((key, entry) -> {
            if (!known.contains(key)) {
                fields.reportUnknown(key, entry.key(), known);
            }
        });
        return Optional.of(fields);
    }

    /** Whether nothing was found wrong since its keys were looked at: only then it can be built. */
    boolean sound() {
        return problems.count() == problemsBefore;
    }

    Place place() {
        return mapping.place();
    }

    Optional<Item> item(String key) {
        return mapping.value(key);
    }

    boolean has(String key) {
        return item(key).isPresent();
    }

    /** The text as it stands there, unchecked. */
    Optional<String> text(String key) {
        return item(key)
                .filter(Scalar.class::isInstance)
                .map(item -> ((Scalar) item).text().strip());
    }

    <T> Optional<T> optional(String key, Function<String, T> reader) {
        return optional(key, Optional.empty(), reader);
    }

    /** The value of the key, or else the inherited one. */
    <T> Optional<T> optional(String key, Optional<Item> inherited, Function<String, T> reader) {
        return item(key).or(() -> inherited).flatMap(item -> read(key, item, reader));
    }

    <T> Optional<T> required(String key, Function<String, T> reader) {
        reportIf(!has(key), key, "is missing");
        return optional(key, reader);
    }

    /** The value of the key, or else the inherited one; it is a problem when there is neither. */
    <T> Optional<T> required(String key, Optional<Item> inherited, Function<String, T> reader) {
        reportIf(!has(key) && inherited.isEmpty(), key, "is missing, here and in 'defaults'");
        return optional(key, inherited, reader);
    }

    /** The items of a list; none when the key is absent. */
    List<Item> list(String key) {
        return item(key).map(item -> items(key, item)).orElse(List.of());
    }

    /** The items of a list that has at least one. */
    List<Item> requiredList(String key) {
        List<Item> items = list(key);
        reportIf(!has(key), key, "is missing");
        reportIf(has(key) && items.isEmpty(), key, "is empty: name at least one");
        return items;
    }

    private void reportIf(boolean wrong, String key, String message) {
        if (!wrong || misspelled.contains(key)) {
            return;
        }
        String column = mapping.columns().get(key);
        problems.add(place(), column == null ? "'" + key + "' " + message : "Column '" + column + "' is empty");
    }

    private <T> Optional<T> read(String key, Item item, Function<String, T> reader) {
        if (!(item instanceof Scalar scalar)) {
            problems.add(item.place(), "'" + key + "' is a single value, and here stands " + item.description());
            return Optional.empty();
        }
        return problems.attempt(scalar.place(), () -> reader.apply(scalar.text().strip()));
    }

    private List<Item> items(String key, Item item) {
        if (!(item instanceof Sequence sequence)) {
            problems.add(item.place(), "'" + key + "' is a list, and here stands " + item.description());
            return List.of();
        }
        return sequence.items();
    }

    private void reportUnknown(String key, Place place, List<String> known) {
        Optional<String> nearest = NearestWord.to(key, known);
        nearest.ifPresent(misspelled::add);
        String advice = nearest.map(word -> "did you mean '" + word + "'?")
                .orElse("known here are " + String.join(", ", known));
        problems.add(place, "Unknown key " + Quoted.of(key) + ": " + advice);
    }
}
