package io.convoy.base;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An amount of data in bytes, written as in {@code 12TiB} (B, KiB, MiB, GiB, TiB, PiB). */
public record ByteSize(long bytes) implements Comparable<ByteSize> {

    private static final Pattern FORM = Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*(B|KiB|MiB|GiB|TiB|PiB)");
    private static final String[] UNITS = {"B", "KiB", "MiB", "GiB", "TiB", "PiB"};

    public ByteSize {
        if (bytes < 0) {
            throw new IllegalArgumentException("A size is not negative: " + bytes);
        }
    }

    /** Reads {@code 1.5GiB}; throws {@link IllegalArgumentException} with the accepted form. */
    public static ByteSize parse(String text) {
        Matcher matcher = FORM.matcher(text.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "'" + text + "' is not a size: write a number and B, KiB, MiB, GiB, TiB or PiB, as in 12TiB");
        }
        double amount = Double.parseDouble(matcher.group(1));
        for (String unit : UNITS) {
            if (unit.equals(matcher.group(2))) {
                return new ByteSize(Math.round(amount));
            }
            amount *= 1024;
        }
        throw new IllegalStateException("Every unit of the pattern is in the list");
    }

    @Override
    public int compareTo(ByteSize other) {
        return Long.compare(bytes, other.bytes);
    }

    /** The shortest form in the largest fitting unit, for example {@code 1.5GiB}. */
    @Override
    public String toString() {
        double amount = bytes;
        int unit = 0;
        while (amount >= 1024 && unit < UNITS.length - 1) {
            amount /= 1024;
            unit++;
        }
        return amount == Math.rint(amount)
                ? (long) amount + UNITS[unit]
                : String.format(Locale.ROOT, "%.1f%s", amount, UNITS[unit]);
    }
}
