package io.convoy.plan;

import io.convoy.base.StepId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A plan's chapters, in the order of its steps.
 *
 * @param all the phases; one that comes up again later is a phase of its own
 */
record PlanPhases(List<Phase> all) {

    /** Steps that belong together; numbered from 1. */
    record Phase(int number, String name, List<PlannedStep> steps) {

        String heading() {
            return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
        }

        Duration expected() {
            return steps.stream().map(PlannedStep::expected).reduce(Duration.ZERO, Duration::plus);
        }

        boolean isPointOfNoReturn() {
            return steps.stream().anyMatch(step -> step.apply() instanceof GeneralStep.PointOfNoReturn);
        }
    }

    static PlanPhases of(ChangePlan plan) {
        List<Phase> phases = new ArrayList<>();
        List<PlannedStep> open = new ArrayList<>();
        for (PlannedStep step : plan.steps()) {
            if (!open.isEmpty() && !open.get(0).phase().equals(step.phase())) {
                phases.add(closed(phases, open));
                open.clear();
            }
            open.add(step);
        }
        if (!open.isEmpty()) {
            phases.add(closed(phases, open));
        }
        return new PlanPhases(List.copyOf(phases));
    }

    private static Phase closed(List<Phase> before, List<PlannedStep> steps) {
        return new Phase(before.size() + 1, steps.get(0).phase(), List.copyOf(steps));
    }

    /** How long all steps before this one are expected to take. */
    Duration expectedBefore(StepId id) {
        return all.stream()
                .flatMap(phase -> phase.steps().stream())
                .takeWhile(step -> !step.id().equals(id))
                .map(PlannedStep::expected)
                .reduce(Duration.ZERO, Duration::plus);
    }

    /** A Mermaid flow chart; what comes after the point of no return is drawn in another colour. */
    String picture() {
        List<String> lines = new ArrayList<>(List.of("```mermaid", "flowchart LR"));
        boolean goneBy = false;
        for (Phase phase : all) {
            goneBy = goneBy || phase.isPointOfNoReturn();
            lines.add("    " + box(phase) + (goneBy ? ":::final" : ":::back"));
        }
        lines.add("    " + chain());
        lines.add("    classDef back fill:#e8f4ea,stroke:#3a7d44,color:#111");
        lines.add("    classDef final fill:#fbe9e7,stroke:#b3402a,color:#111");
        lines.add("```");
        return String.join("\n", lines);
    }

    private static String box(Phase phase) {
        String label = phase.number() + ". " + phase.heading() + "<br/>" + DurationWords.of(phase.expected());
        return "p" + phase.number() + (phase.isPointOfNoReturn() ? "{{\"" + label + "\"}}" : "[\"" + label + "\"]");
    }

    private String chain() {
        return String.join(
                " --> ", all.stream().map(phase -> "p" + phase.number()).toList());
    }
}
