package io.convoy.cli;

/** Those who use a cluster all through its move, and can tell in the end how they fared. */
interface DemoUsers extends AutoCloseable {

    /** Tells them what goes on, so that they time their requests by phase. */
    void phase(String name);

    /** What the owners of the clients do when they are asked to: deploy them with the new addresses. */
    void cutOver();

    /** The way back, before the new nodes go away. */
    void cutBack();

    /** Stops them and has them read everything again. */
    Verdict verdict(boolean rolledBack);

    @Override
    void close();

    /**
     * How they fared.
     *
     * @param fine whether nothing was lost and nothing failed
     * @param text for people
     */
    record Verdict(boolean fine, String text) {}
}
