package io.convoy.base;

/**
 * One thing that is wrong with what somebody handed in, and what to do about it.
 *
 * @param line one-based line in the file, 0 where there is none
 * @param column one-based column, 0 where there is none
 * @param pointer JSON pointer (RFC 6901) to the value, empty for the whole document
 * @param message what is wrong, and what to do
 */
public record Problem(int line, int column, String pointer, String message) {

    public static Problem at(String pointer, String message) {
        return new Problem(0, 0, pointer, message);
    }

    @Override
    public String toString() {
        String place = line > 0 ? "line " + line + ", column " + column + ": " : "";
        return place + (pointer.isEmpty() ? "" : pointer + ": ") + message;
    }
}
