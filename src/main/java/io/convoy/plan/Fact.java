package io.convoy.plan;

/**
 * One thing about the cluster that a plan relies on.
 *
 * @param name for example {@code keyspace.orders.replication}
 * @param value in words that people can compare
 * @param weight what it means for an approved plan when the value is another one now
 */
public record Fact(String name, String value, Weight weight) {

    /** How much a plan depends on a fact. */
    public enum Weight {
        /** The plan is as safe as before. */
        INFORMATIVE,
        /** The same steps still lead there, but the reviewer has seen other numbers: approve again. */
        REVIEW,
        /** The steps are no longer right: plan again. */
        BINDING
    }
}
