package io.convoy.hooks;

/** A stranger's words, made fit to be shown: one line, printable, not too long. */
final class Said {

    static final int LONGEST = 300;

    private Said() {}

    static String of(String text) {
        String line = text.replaceAll("[\\p{Cntrl}\\p{Cf}\\s]+", " ").strip();
        int end = line.offsetByCodePoints(0, Math.min(LONGEST, line.codePointCount(0, line.length())));
        return end < line.length() ? line.substring(0, end) + "…" : line;
    }
}
