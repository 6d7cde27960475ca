package io.convoy.inventory;

import java.util.Locale;

/** How much hangs on a cluster. */
public enum Environment {
    PRODUCTION,
    STAGING,
    DEVELOPMENT;

    /** Reads {@code production}, {@code staging} or {@code development}, in any case. */
    public static Environment parse(String text) {
        return Words.oneOf(Environment.class, "an environment", text);
    }

    /** As files and the API write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
