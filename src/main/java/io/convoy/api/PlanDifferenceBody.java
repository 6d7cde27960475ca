package io.convoy.api;

import io.convoy.plan.FactChange;
import io.convoy.plan.Finding;
import io.convoy.plan.PlanDifference;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one revision has changed compared with another.
 *
 * @param fields outside of steps, facts and findings
 */
public record PlanDifferenceBody(
        int revision,
        int against,
        List<Field> fields,
        List<StepChange> steps,
        List<FactDifference> facts,
        List<FindingChange> findings) {

    /**
     * One value.
     *
     * @param then as JSON, null where it was not there
     * @param now as JSON, null where it is gone
     */
    public record Field(
            String pointer, @Nullable String then, @Nullable String now) {

        static Field of(PlanDifference.FieldChange change) {
            return new Field(
                    change.pointer(), change.then().orElse(null), change.now().orElse(null));
        }
    }

    /** One step; kind is ADDED, REMOVED or CHANGED, and only a changed one has fields. */
    public record StepChange(String kind, String id, String title, List<Field> fields) {

        static StepChange of(PlanDifference.StepChange change) {
            return new StepChange(
                    change.kind().name(),
                    change.id().value(),
                    change.title(),
                    change.fields().stream().map(Field::of).toList());
        }
    }

    /** One fact; weight is INFORMATIVE, REVIEW or BINDING. */
    public record FactDifference(
            String name, @Nullable String then, @Nullable String now, String weight) {

        static FactDifference of(FactChange change) {
            return new FactDifference(
                    change.name(),
                    change.then().orElse(null),
                    change.now().orElse(null),
                    change.weight().name());
        }
    }

    /** A finding that is new (ADDED) or no longer there (REMOVED). */
    public record FindingChange(String kind, String severity, String subject, String message, String remedy) {

        static FindingChange of(PlanDifference.FindingChange change) {
            Finding finding = change.finding();
            return new FindingChange(
                    change.kind().name(),
                    finding.severity().name(),
                    finding.subject(),
                    finding.message(),
                    finding.remedy());
        }
    }

    static PlanDifferenceBody of(int revision, int against, PlanDifference difference) {
        return new PlanDifferenceBody(
                revision,
                against,
                difference.fields().stream().map(Field::of).toList(),
                difference.steps().stream().map(StepChange::of).toList(),
                difference.facts().stream().map(FactDifference::of).toList(),
                difference.findings().stream().map(FindingChange::of).toList());
    }
}
