package io.convoy.inventory;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What the short texts of an inventory may look like. */
final class Words {

    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9._-]{0,126}[A-Za-z0-9])?");
    private static final Pattern LOWER_CASE_WORD = Pattern.compile("[a-z0-9]([a-z0-9._-]{0,126}[a-z0-9])?");
    private static final Pattern VERSION = Pattern.compile("\\d{1,4}(\\.\\d{1,4}){1,3}([-~+.][A-Za-z0-9.~+-]{1,40})?");

    private static final Pattern DURATION = Pattern.compile("\\d{1,6}[smh]");

    private Words() {}

    /** A name of a datacenter, rack, node, machine type, tier or strategy. */
    static String word(String text) {
        return matching(WORD, text, "letters, digits and '.', '_', '-' inside, at most 128 characters");
    }

    /** A provider or region: limits and holds compare them, so there is one spelling only. */
    static String lowerCaseWord(String text) {
        return matching(LOWER_CASE_WORD, text, "a-z, 0-9 and '.', '_', '-' inside, at most 128 characters");
    }

    /** The same, in whatever case a file spells it. */
    static String loweredWord(String text) {
        return lowerCaseWord(text.toLowerCase(Locale.ROOT));
    }

    static String version(String text) {
        return matching(VERSION, text, "numbers and dots, as in 4.1.10 or 5.0-beta1");
    }

    static boolean yesOrNo(String text) {
        if (!text.equals("true") && !text.equals("false")) {
            throw new IllegalArgumentException(Quoted.of(text) + " is neither true nor false");
        }
        return text.equals("true");
    }

    /** As {@code 90s}, {@code 5m} or {@code 1h}, and no less than the shortest. */
    static Duration duration(String text, Duration shortest) {
        matching(DURATION, text, "a number of seconds, minutes or hours, as in 90s, 5m or 1h");
        Duration duration = Duration.parse("PT" + text);
        if (duration.compareTo(shortest) < 0) {
            throw new IllegalArgumentException(
                    Quoted.of(text) + " is too short: " + shortest.toSeconds() + "s at least");
        }
        return duration;
    }

    static <E extends Enum<E>> E oneOf(Class<E> type, String what, String text) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        Quoted.of(text) + " is not " + what + ": write one of " + words(type)));
    }

    private static <E extends Enum<E>> String words(Class<E> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }

    private static String matching(Pattern pattern, String text, String form) {
        if (!pattern.matcher(text).matches()) {
            throw new IllegalArgumentException(Quoted.of(text) + " does not fit here: use " + form);
        }
        return text;
    }
}
