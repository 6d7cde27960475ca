package io.convoy.inventory;

import io.convoy.base.Refusal;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The kinds of file that an inventory is imported from. */
public enum ImportFormat {
    YAML,
    JSON,
    CSV;

    /** Reads the API's {@code format} parameter; refuses what is not read with a list of what is. */
    public static ImportFormat fromQuery(String text) {
        String known = Arrays.stream(values())
                .map(format -> format.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
        return Arrays.stream(values())
                .filter(format -> format.name().equalsIgnoreCase(text.strip()))
                .findFirst()
                .orElseThrow(() -> Refusal.invalidAt(
                        "", "Format " + Quoted.of(text) + " is not read: known formats are " + known));
    }
}
