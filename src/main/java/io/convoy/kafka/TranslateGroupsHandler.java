package io.convoy.kafka;

import io.convoy.execution.Outcome;
import io.convoy.execution.Progress;
import io.convoy.execution.StepContext;
import io.convoy.execution.StepHandler;
import io.convoy.plan.TwoClusterStep.TranslateGroups;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Sees that a MirrorMaker has written for every group where it goes on in the destination. */
@Singleton
class TranslateGroupsHandler implements StepHandler<TranslateGroups> {

    private static final Duration SOON = Duration.ofSeconds(1);
    private static final String OFFSETS = "offsets";
    private static final String SINCE = "since";

    private final KafkaLinks links;
    private final MirrorKeeper keeper;

    TranslateGroupsHandler(KafkaLinks links, MirrorKeeper keeper) {
        this.links = links;
        this.keeper = keeper;
    }

    @Override
    public Class<TranslateGroups> stepType() {
        return TranslateGroups.class;
    }

    @Override
    public Outcome advance(TranslateGroups step, StepContext context) {
        // While it does not run nothing changes, which says nothing.
        return keeper.tend(context.cluster())
                .map(silent -> waiting(silent, Map.of()))
                .orElseGet(() -> compared(step, context));
    }

    private Outcome compared(TranslateGroups step, StepContext context) {
        ReadingView source = links.side(context.cluster(), step.source()).reading();
        ReadingView destination =
                links.side(context.cluster(), step.destination()).reading();
        Translation translation = Translation.of(source, destination, step.prefix());
        Map<String, String> memory = memory(translation, context);
        Duration unchanged =
                Duration.between(java.time.Instant.parse(Objects.requireNonNull(memory.get(SINCE))), context.now());
        if (!translation.missing().isEmpty()) {
            return waiting(
                    "Groups that lack offsets in " + step.destination() + ": " + Objection.names(translation.missing()),
                    memory);
        }
        return unchanged.compareTo(step.apart()) < 0
                ? waiting(
                        "All groups have offsets there, unchanged for " + unchanged.toSeconds() + " of "
                                + step.apart().toSeconds() + " s",
                        memory)
                : new Outcome.Done(evidence(translation));
    }

    private static Map<String, String> memory(Translation translation, StepContext context) {
        String before = context.memory().get(OFFSETS);
        String since = translation.digest().equals(before)
                ? Objects.requireNonNull(context.memory().get(SINCE))
                : context.now().toString();
        return Map.of(OFFSETS, translation.digest(), SINCE, since);
    }

    private static Outcome waiting(String detail, Map<String, String> memory) {
        return new Outcome.Waiting(Progress.unmeasured(detail), SOON, memory);
    }

    private static List<String> evidence(Translation translation) {
        return translation.found().isEmpty() ? List.of("No group has offsets to be translated") : translation.found();
    }
}
