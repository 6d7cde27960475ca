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

    /** Whether it comes to rest when Convoy leaves it in its midst, for example at a window's end. */
    default boolean interruptible() {
        return true;
    }

    static String tagOf(Class<?> stepType) {
        return stepType.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }
}
