package io.convoy.inventory;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Reads JSON token by token into the same tree as YAML, with the line and column of every value. */
final class JsonTree {

    private static final JsonFactory JSON = JsonFactory.builder()
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .build();

    private final Problems problems;
    private final TreeBuilder tree;

    private JsonTree(Problems problems, int deepest) {
        this.problems = problems;
        this.tree = new TreeBuilder(problems, deepest);
    }

    static Item read(String text, Problems problems, int deepest) {
        try (JsonParser parser = JSON.createParser(text)) {
            return new JsonTree(problems, deepest).read(parser);
        } catch (JsonProcessingException e) {
            throw problems.refusal(placeOf(e.getLocation()), explanationOf(e));
        } catch (IOException e) {
            throw new UncheckedIOException("Reading a text from memory", e);
        }
    }

    private Item read(JsonParser parser) throws IOException {
        while (parser.nextToken() != null) {
            if (tree.root().isPresent()) {
                throw problems.refusal(
                        placeOf(parser.currentTokenLocation()), "The document has ended before: remove what follows");
            }
            accept(parser, parser.currentToken());
        }
        return tree.root().orElseThrow(() -> problems.refusal(Place.root(1, 1), "The file is empty"));
    }

    private void accept(JsonParser parser, JsonToken token) throws IOException {
        int line = parser.currentTokenLocation().getLineNr();
        int column = parser.currentTokenLocation().getColumnNr();
        switch (token) {
            case START_OBJECT -> tree.startMapping(line, column);
            case START_ARRAY -> tree.startSequence(line, column);
            case END_OBJECT, END_ARRAY -> tree.end();
            case FIELD_NAME -> tree.key(line, column, parser.getText());
            case VALUE_STRING, VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT, VALUE_TRUE, VALUE_FALSE ->
                tree.scalar(line, column, parser.getText());
            case VALUE_NULL -> tree.nothing(line, column);
            case NOT_AVAILABLE, VALUE_EMBEDDED_OBJECT ->
                throw new IllegalStateException("A parser of text meets no " + token);
        }
    }

    private static Place placeOf(JsonLocation location) {
        return location == null ? Place.root(1, 1) : Place.root(location.getLineNr(), location.getColumnNr());
    }

    /** The parser's own words, but not the text that it stumbled over, which may be a secret. */
    private static String explanationOf(JsonProcessingException e) {
        String words = e.getOriginalMessage();
        if (words.startsWith("Unrecognized token")) {
            return "This is not JSON: a text stands in double quotes";
        }
        return "This is not JSON: " + words.lines().findFirst().orElse("it cannot be read");
    }
}
