package io.convoy.plan;

import io.convoy.base.ClusterName;
import io.convoy.base.StepId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How one cluster will be moved: an immutable document. It holds no time and no revision, so that the same input gives the
 * same bytes.
 *
 * @param summary what happens, in a few sentences
 * @param findings what the planner saw on the cluster
 * @param facts what the plan relies on; when they change, the plan is stale
 * @param steps in the order in which they are taken; the rollback takes their undos in reverse order
 */
public record ChangePlan(
        String fleet,
        ClusterName cluster,
        String strategy,
        String summary,
        List<Finding> findings,
        List<Fact> facts,
        List<PlannedStep> steps) {

    public ChangePlan {
        findings = List.copyOf(findings);
        facts = List.copyOf(facts);
        steps = List.copyOf(steps);
        long ids = steps.stream().map(PlannedStep::id).distinct().count();
        if (ids != steps.size()) {
            throw new IllegalArgumentException("Two steps of the plan for " + cluster + " have the same id");
        }
    }

    /** The sum of the steps' expected durations. */
    public Duration expected() {
        return steps.stream().map(PlannedStep::expected).reduce(Duration.ZERO, Duration::plus);
    }

    /** The step after which there is no way back, if the plan has one. */
    public Optional<StepId> pointOfNoReturn() {
        return steps.stream()
                .filter(step -> step.apply() instanceof GeneralStep.PointOfNoReturn)
                .map(PlannedStep::id)
                .findFirst();
    }

    public boolean isBlocked() {
        return findings.stream().anyMatch(finding -> finding.severity() == Finding.Severity.BLOCKER);
    }

    public PlannedStep step(StepId id) {
        return steps.stream()
                .filter(step -> step.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The plan for " + cluster + " has no step " + id));
    }
}
