package io.convoy.inventory;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A part of a file as it was written, before it means anything: the one tree that all formats are read into. */
sealed interface Item {

    Place place();

    /** What it is called when something else was expected. */
    String description();

    /**
     * Keys and values.
     *
     * @param columns what a table calls the keys; empty for files with keys of their own
     */
    record Mapping(Place place, Map<String, Entry> entries, Map<String, String> columns) implements Item {

        public Mapping {
            entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
            columns = Map.copyOf(columns);
        }

        /** The value of a key; empty as well when nothing is written behind the key. */
        Optional<Item> value(String key) {
            Entry entry = entries.get(key);
            return entry == null || entry.value().isNothing() ? Optional.empty() : Optional.of(entry.value());
        }

        @Override
        public String description() {
            return "a mapping";
        }
    }

    /** A value and where its key stands. */
    record Entry(Place key, Item value) {}

    /** Values in a row. */
    record Sequence(Place place, List<Item> items) implements Item {

        public Sequence {
            items = List.copyOf(items);
        }

        @Override
        public String description() {
            return "a list";
        }
    }

    /** A text, a number or a truth value, kept as it is spelled so that version 4.10 is not 4.1. */
    record Scalar(Place place, String text) implements Item {

        @Override
        public String description() {
            return "a single value";
        }
    }

    /** An empty value, or null. */
    record Nothing(Place place) implements Item {

        @Override
        public String description() {
            return "nothing";
        }
    }

    default boolean isNothing() {
        return this instanceof Nothing;
    }
}
