package io.convoy.inventory;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The columns that mean something; every other one is a label. */
enum CsvColumn {
    CLUSTER,
    KIND,
    VERSION,
    ENVIRONMENT,
    TIER,
    TEAM,
    CONTACT,
    DATACENTER,
    PROVIDER,
    REGION,
    RACK,
    NODES,
    NODE_SIZE,
    DATA_SIZE;

    /** Without these a table describes no cluster. */
    static final List<CsvColumn> REQUIRED = List.of(CLUSTER, KIND, VERSION, DATACENTER, PROVIDER, REGION, RACK, NODES);

    /** Recognises {@code node_size}, {@code Node Size} and {@code NodeSize}. */
    static Optional<CsvColumn> of(String header) {
        String letters = letters(header);
        return Arrays.stream(values())
                .filter(column -> letters(column.name()).equals(letters))
                .findFirst();
    }

    String header() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static String letters(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[ _-]", "");
    }
}
