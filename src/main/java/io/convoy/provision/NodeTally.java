package io.convoy.provision;

import io.convoy.execution.Outcome;
import io.convoy.execution.Progress;
import io.convoy.plan.PlannedNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** Counts how far the nodes of one step are. */
final class NodeTally {

    private final Map<PlannedNode, ProvisionState> states = new LinkedHashMap<>();

    void add(PlannedNode node, ProvisionState state) {
        states.put(node, state);
    }

    /** Done when every node is in the wanted state, failed as soon as one says that it will not be. */
    Outcome outcome(Class<? extends ProvisionState> wanted, String verb, Duration askAgain) {
        String failures = failures();
        if (!failures.isEmpty()) {
            return Outcome.retry(failures);
        }
        long there = states.values().stream().filter(wanted::isInstance).count();
        String tally = there + " of " + states.size() + " nodes " + verb;
        if (there == states.size()) {
            return Outcome.done(tally + ": " + names());
        }
        return new Outcome.Waiting(
                Progress.of(tally, (double) there / states.size(), parts(wanted)), askAgain, Map.of());
    }

    private String failures() {
        return states.entrySet().stream()
                .filter(entry -> entry.getValue() instanceof ProvisionState.Failed)
                .map(entry -> entry.getKey().name() + ": " + ((ProvisionState.Failed) entry.getValue()).reason())
                .collect(Collectors.joining("; "));
    }

    private String names() {
        return states.keySet().stream().map(PlannedNode::name).collect(Collectors.joining(", "));
    }

    private List<Progress.Part> parts(Class<? extends ProvisionState> wanted) {
        List<Progress.Part> parts = new ArrayList<>();
        states.forEach((node, state) -> parts.add(new Progress.Part(
                node.name(), words(state), wanted.isInstance(state) ? OptionalDouble.of(1) : OptionalDouble.empty())));
        return parts;
    }

    private static String words(ProvisionState state) {
        return state instanceof ProvisionState.Underway underway
                ? underway.detail()
                : state.getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT);
    }
}
