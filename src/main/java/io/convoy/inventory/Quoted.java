package io.convoy.inventory;

/** Somebody's text as a message repeats it: in quotes, on one line and not at any length. */
final class Quoted {

    private static final int LONGEST = 80;

    private Quoted() {}

    static String of(String text) {
        String oneLine = text.replaceAll("\\p{Cntrl}", " ");
        return oneLine.length() <= LONGEST ? "'" + oneLine + "'" : "'" + oneLine.substring(0, LONGEST) + "…'";
    }
}
