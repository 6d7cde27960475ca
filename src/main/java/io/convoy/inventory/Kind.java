package io.convoy.inventory;

import java.util.Locale;

/** What software a cluster runs. */
public enum Kind {
    CASSANDRA,
    KAFKA;

    /** Reads {@code cassandra} or {@code kafka}, in any case. */
    public static Kind parse(String text) {
        return Words.oneOf(Kind.class, "a kind of cluster", text);
    }

    /** As files and the API write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
