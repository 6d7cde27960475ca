package io.convoy.inventory;

import java.util.Optional;

/** Finds a quoted cell without an end: it would swallow every row behind it, and nobody would miss them. */
final class CsvQuotes {

    private final String text;
    private final char separator;
    private int line = 1;
    private int cell = 1;
    private boolean cellStarts = true;
    private Optional<Place> open = Optional.empty();

    private CsvQuotes(String text, char separator) {
        this.text = text;
        this.separator = separator;
    }

    /** Where the cell starts that never ends; its column as a spreadsheet counts them. */
    static Optional<Place> unclosed(String text, char separator) {
        CsvQuotes quotes = new CsvQuotes(text, separator);
        for (int i = 0; i < text.length(); i++) {
            i += quotes.step(i);
        }
        return quotes.open;
    }

    /** Looks at one character; answers how many more to leave out. */
    private int step(int index) {
        char character = text.charAt(index);
        boolean lineEnds = character == '\n';
        line += lineEnds ? 1 : 0;
        if (open.isPresent()) {
            return character == '"' ? closeUnlessDoubled(index) : 0;
        }
        if (character == '"' && cellStarts) {
            open = Optional.of(Place.root(line, cell));
        }
        cellStarts = lineEnds || character == separator;
        cell = lineEnds ? 1 : cell + (character == separator ? 1 : 0);
        return 0;
    }

    private int closeUnlessDoubled(int index) {
        boolean doubled = index + 1 < text.length() && text.charAt(index + 1) == '"';
        if (!doubled) {
            open = Optional.empty();
        }
        return doubled ? 1 : 0;
    }
}
