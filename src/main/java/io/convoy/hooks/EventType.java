package io.convoy.hooks;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What subscribers can be told of, and the acts of the audit log that bring it about. */
enum EventType {
    RUN_STARTED("run.started"),
    RUN_PAUSED("run.paused"),
    RUN_NEEDS_ATTENTION("step.gave-up step.limit run.needs_attention"),
    RUN_SUCCEEDED("step.done.last"),
    RUN_ROLLED_BACK("step.undone.last run.rolled_back"),
    STEP_DONE("step.done step.done.last"),
    STEP_FAILED("step.failed"),
    STEP_STALLED("step.stalled"),
    STEP_UNDONE("step.undone step.undone.last"),
    CLUSTER_CHANGED("cluster.changed"),
    WAVE_STARTED("wave.started"),
    WAVE_PAUSED("wave.paused"),
    WAVE_ABORTED("wave.aborted");

    /** With a space between. */
    private final String acts;

    EventType(String acts) {
        this.acts = acts;
    }

    /** A step's own event comes before that of the run which it ends. */
    static List<EventType> of(String act) {
        return Arrays.stream(values())
                .filter(type -> List.of(type.acts.split(" ")).contains(act))
                .sorted((a, b) ->
                        Boolean.compare(b.name().startsWith("STEP"), a.name().startsWith("STEP")))
                .toList();
    }

    static List<String> words() {
        return Arrays.stream(values()).map(EventType::word).toList();
    }

    /** For example {@code run.needs-attention}. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replaceFirst("_", ".").replace('_', '-');
    }

    /** Whether {@code wish} is its word, {@code *}, or the beginning of its word and {@code .*}. */
    boolean matches(String wish) {
        boolean family = wish.endsWith(".*") && word().startsWith(wish.substring(0, wish.length() - 1));
        return family || wish.equals("*") || wish.equals(word());
    }
}
