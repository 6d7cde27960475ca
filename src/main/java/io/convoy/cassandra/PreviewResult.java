package io.convoy.cassandra;

/** What a preview repair says at its end. */
final class PreviewResult {

    /** Stands for the words of a preview that never came to its end, because the keyspace's tables came and went. */
    static final String TABLES_CHANGED = "tables changed while they were compared";

    private PreviewResult() {}

    static boolean inSync(String result) {
        return result.contains("Previewed data was in sync") || result.equals("nothing to do");
    }
}
