package io.convoy.cassandra;

/** What a preview repair says at its end. */
final class PreviewResult {

    private PreviewResult() {}

    static boolean inSync(String result) {
        return result.contains("Previewed data was in sync") || result.equals("nothing to do");
    }
}
