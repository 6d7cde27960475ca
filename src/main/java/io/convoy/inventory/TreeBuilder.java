package io.convoy.inventory;

import io.convoy.inventory.Item.Entry;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Grows the tree from what a parser meets, top to bottom; refuses depths without end and reports keys that come twice. */
final class TreeBuilder {

    private final Problems problems;
    private final int deepest;
    private final Deque<Branch> open = new ArrayDeque<>();
    private @Nullable Item root;

    TreeBuilder(Problems problems, int deepest) {
        this.problems = problems;
        this.deepest = deepest;
    }

    /** Whether the next scalar is a key. */
    boolean expectsKey() {
        Branch branch = open.peek();
        return branch != null && branch.isMapping && branch.key == null;
    }

    void key(int line, int column, String text) {
        Branch branch = open.element();
        branch.key = text;
        branch.keyPlace = branch.place.child(line, column, text);
    }

    void scalar(int line, int column, String text) {
        add(new Item.Scalar(next(line, column), text));
    }

    void nothing(int line, int column) {
        add(new Item.Nothing(next(line, column)));
    }

    void startMapping(int line, int column) {
        start(line, column, true);
    }

    void startSequence(int line, int column) {
        start(line, column, false);
    }

    void end() {
        Branch branch = open.pop();
        add(
                branch.isMapping
                        ? new Item.Mapping(branch.place, branch.entries, Map.of())
                        : new Item.Sequence(branch.place, branch.items));
    }

    Optional<Item> root() {
        return Optional.ofNullable(root);
    }

    private void start(int line, int column, boolean isMapping) {
        Place place = next(line, column);
        if (open.size() >= deepest) {
            throw problems.refusal(place, "Nested deeper than " + deepest + " levels: an inventory is not");
        }
        open.push(new Branch(place, isMapping));
    }

    private Place next(int line, int column) {
        Branch branch = open.peek();
        if (branch == null) {
            return Place.root(line, column);
        }
        String token = branch.key == null ? String.valueOf(branch.items.size()) : branch.key;
        return branch.place.child(line, column, token);
    }

    private void add(Item item) {
        Branch branch = open.peek();
        if (branch == null) {
            root = item;
        } else if (branch.key == null || branch.keyPlace == null) {
            branch.items.add(item);
        } else {
            addEntry(branch, branch.key, new Entry(branch.keyPlace, item));
        }
    }

    private void addEntry(Branch branch, String key, Entry entry) {
        Entry earlier = branch.entries.putIfAbsent(key, entry);
        if (earlier != null) {
            problems.add(
                    entry.key(),
                    "Key " + Quoted.of(key) + " comes twice, first in line "
                            + earlier.key().line() + ": keep one of them");
        }
        branch.key = null;
    }

    /** A mapping or list whose end has not been met yet. */
    private static final class Branch {

        private final Place place;
        private final boolean isMapping;
        private final Map<String, Entry> entries = new LinkedHashMap<>();
        private final List<Item> items = new ArrayList<>();
        private @Nullable String key;
        private @Nullable Place keyPlace;

        private Branch(Place place, boolean isMapping) {
            this.place = place;
            this.isMapping = isMapping;
        }
    }
}
