package io.convoy.api;

import io.convoy.base.Refusal;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.Pattern;

/** Durations as people write them: {@code PT30S}, {@code 30s}, {@code 5m}, {@code 500ms}. */
final class Durations {

    private static final Pattern MILLISECONDS = Pattern.compile("(\\d{1,9})ms", Pattern.CASE_INSENSITIVE);
    private static final Pattern SHORT = Pattern.compile("\\d{1,6}[smh]", Pattern.CASE_INSENSITIVE);

    private Durations() {}

    /** @param pointer where it was given, for the message */
    static Duration parse(String text, String pointer) {
        try {
            if (MILLISECONDS.matcher(text).matches()) {
                return Duration.ofMillis(Long.parseLong(text.substring(0, text.length() - 2)));
            }
            String iso = SHORT.matcher(text).matches() ? "PT" + text.toUpperCase(Locale.ROOT) : text;
            return Duration.parse(iso);
        } catch (DateTimeParseException e) {
            throw Refusal.invalidAt(pointer, "This is not a duration: write PT30S or 30s");
        }
    }
}
