package io.convoy.plan;

import java.util.Locale;

/**
 * A state that a cluster shall be in, as plain values. A handler brings the real cluster nearer to it; a step never says how.
 * Steps are named in documents by {@link #tag()}.
 */
public sealed interface Step permits GeneralStep, CassandraStep, KafkaStep, TwoClusterStep {

    /** The stable name of this kind of step in YAML and JSON, for example {@code set-replication}. */
    default String tag() {
        return tagOf(getClass());
    }

    /** Whether the cluster is well off when Convoy leaves it alone in the midst of the step, for example at a window's end. */
    default boolean interruptible() {
        return true;
    }

    static String tagOf(Class<?> stepType) {
        return stepType.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }
}
