package io.convoy.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Function;

/**
 * A column of a table.
 *
 * @param wide shown only where there is room for everything ({@code -o wide} and {@code -o csv})
 */
record Column(String title, Function<JsonNode, String> value, boolean wide) {

    /** The text at a JSON pointer. */
    static Column at(String title, String pointer) {
        return new Column(title, item -> item.at(pointer).asText(""), false);
    }

    static Column by(String title, Function<JsonNode, String> value) {
        return new Column(title, value, false);
    }

    Column onlyWide() {
        return new Column(title, value, true);
    }

    String of(JsonNode item) {
        return value.apply(item);
    }
}
