package io.convoy.cli;

/** The terminal that the output goes to. */
final class Terminal {

    private static final int USUAL_WIDTH = 100;

    private Terminal() {}

    static int width() {
        String columns = System.getenv("COLUMNS");
        return columns != null && columns.matches("\\d{2,4}") ? Integer.parseInt(columns) : USUAL_WIDTH;
    }

    /** Whether a person looks on, so that lines may be drawn over; the launcher asks the shell, which knows. */
    static boolean isInteractive() {
        return "1".equals(System.getenv("CONVOY_TTY")) && !"dumb".equals(System.getenv("TERM"));
    }
}
