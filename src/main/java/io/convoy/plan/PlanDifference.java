package io.convoy.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.convoy.base.StepId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is another in the later of two plans. Steps are matched by their ids without the number in front, so that a step that
 * comes in between does not make all later ones look new.
 *
 * @param fields what differs outside of steps, facts and findings, for example the summary
 */
public record PlanDifference(
        List<FieldChange> fields, List<StepChange> steps, List<FactChange> facts, List<FindingChange> findings) {

    /** Whether something came, went or was altered. */
    public enum Kind {
        ADDED,
        REMOVED,
        CHANGED
    }

    /**
     * One value.
     *
     * @param pointer JSON pointer into the step or plan
     * @param then as JSON, empty where it was not there
     * @param now as JSON, empty where it is gone
     */
    public record FieldChange(String pointer, Optional<String> then, Optional<String> now) {}

    /** One step; only a changed one has fields. */
    public record StepChange(Kind kind, StepId id, String title, List<FieldChange> fields) {
        public StepChange {
            fields = List.copyOf(fields);
        }
    }

    /** A finding that is new, or no longer there. */
    public record FindingChange(Kind kind, Finding finding) {}

    public PlanDifference {
        fields = List.copyOf(fields);
        steps = List.copyOf(steps);
        facts = List.copyOf(facts);
        findings = List.copyOf(findings);
    }

    public static PlanDifference between(ChangePlan earlier, ChangePlan later) {
        return new PlanDifference(
                fieldsBetween(head(earlier), head(later)),
                stepsBetween(earlier, later),
                FactChange.between(earlier.facts(), later.facts()),
                findingsBetween(earlier, later));
    }

    public boolean isEmpty() {
        return fields.isEmpty() && steps.isEmpty() && facts.isEmpty() && findings.isEmpty();
    }

    private static JsonNode head(ChangePlan plan) {
        return PlanForm.tree(plan).<ObjectNode>require().without(List.of("steps", "facts", "findings"));
    }

    private static List<StepChange> stepsBetween(ChangePlan earlier, ChangePlan later) {
        Map<String, PlannedStep> before = byWord(earlier);
        Map<String, PlannedStep> after = byWord(later);
        List<StepChange> changes = new ArrayList<>();
        before.forEach((word, step) -> {
            if (!after.containsKey(word)) {
                changes.add(new StepChange(Kind.REMOVED, step.id(), step.title(), List.of()));
            }
        });
        after.forEach((word, step) ->
                changed(Optional.ofNullable(before.get(word)), step).ifPresent(changes::add));
        return changes;
    }

    private static Map<String, PlannedStep> byWord(ChangePlan plan) {
        Map<String, PlannedStep> byWord = new LinkedHashMap<>();
        plan.steps().forEach(step -> byWord.put(step.id().value().replaceFirst("^\\d+-", ""), step));
        return byWord;
    }

    private static Optional<StepChange> changed(Optional<PlannedStep> before, PlannedStep after) {
        if (before.isEmpty()) {
            return Optional.of(new StepChange(Kind.ADDED, after.id(), after.title(), List.of()));
        }
        List<FieldChange> fields = fieldsBetween(withoutId(before.get()), withoutId(after));
        return fields.isEmpty()
                ? Optional.empty()
                : Optional.of(new StepChange(Kind.CHANGED, after.id(), after.title(), fields));
    }

    private static JsonNode withoutId(PlannedStep step) {
        return PlanForm.tree(step).<ObjectNode>require().without("id");
    }

    private static List<FieldChange> fieldsBetween(JsonNode then, JsonNode now) {
        List<FieldChange> changes = new ArrayList<>();
        compare("", then, now, changes);
        return changes;
    }

    private static void compare(String pointer, JsonNode then, JsonNode now, List<FieldChange> changes) {
        if (then.equals(now)) {
            return;
        }
        if (!then.isObject() || !now.isObject()) {
            changes.add(new FieldChange(pointer, text(then), text(now)));
            return;
        }
        Set<String> keys = new LinkedHashSet<>();
        then.fieldNames().forEachRemaining(keys::add);
        now.fieldNames().forEachRemaining(keys::add);
        for (String key : keys) {
            String escaped = key.replace("~", "~0").replace("/", "~1");
            compare(pointer + "/" + escaped, then.path(key), now.path(key), changes);
        }
    }

    private static Optional<String> text(JsonNode value) {
        return value instanceof MissingNode ? Optional.empty() : Optional.of(value.toString());
    }

    private static List<FindingChange> findingsBetween(ChangePlan earlier, ChangePlan later) {
        List<FindingChange> changes = new ArrayList<>();
        earlier.findings().stream()
                .filter(finding -> !later.findings().contains(finding))
                .forEach(finding -> changes.add(new FindingChange(Kind.REMOVED, finding)));
        later.findings().stream()
                .filter(finding -> !earlier.findings().contains(finding))
                .forEach(finding -> changes.add(new FindingChange(Kind.ADDED, finding)));
        return changes;
    }
}
