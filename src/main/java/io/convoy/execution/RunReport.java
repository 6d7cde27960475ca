package io.convoy.execution;

import io.convoy.execution.RunState.Active;
import io.convoy.execution.RunState.Direction;
import io.convoy.plan.ChangePlan;
import io.convoy.plan.PlannedStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A run for people: each step of its plan with what has become of it. */
public record RunReport(Run run, List<StepReport> steps) {

    /** What has become of a step. */
    public enum Status {
        PENDING,
        UNDER_WAY,
        DONE,
        FAILED,
        UNDOING,
        UNDONE
    }

    /** One step with its attempts, forward ones first. */
    public record StepReport(PlannedStep planned, Status status, List<Attempt> attempts) {
        public StepReport {
            attempts = List.copyOf(attempts);
        }
    }

    public RunReport {
        steps = List.copyOf(steps);
    }

    static RunReport of(Run run, ChangePlan plan, List<Attempt> attempts) {
        List<StepReport> steps = new ArrayList<>();
        for (int i = 0; i < plan.steps().size(); i++) {
            PlannedStep planned = plan.steps().get(i);
            List<Attempt> own = attempts.stream()
                    .filter(attempt -> attempt.step().equals(planned.id()))
                    .toList();
            steps.add(new StepReport(planned, status(run, i, own), own));
        }
        return new RunReport(run, steps);
    }

    private static Status status(Run run, int index, List<Attempt> attempts) {
        if (attempts.isEmpty()) {
            return Status.PENDING;
        }
        Attempt last = attempts.get(attempts.size() - 1);
        boolean complete = last.result().equals(Optional.of(Attempt.Result.DONE));
        if (last.direction() == Direction.BACK) {
            return complete ? Status.UNDONE : Status.UNDOING;
        }
        return complete ? Status.DONE : unfinished(run, index, last.isOpen());
    }

    /** A step that was begun and given up by turning round counts as never begun, once it has been passed on the way back. */
    private static Status unfinished(Run run, int index, boolean isOpen) {
        if (!(run.state() instanceof Active at)) {
            return Status.PENDING;
        }
        if (at.direction() == Direction.BACK) {
            return at.step() == index ? Status.UNDOING : Status.PENDING;
        }
        boolean failed = at.step() == index && at instanceof RunState.NeedsAttention && !isOpen;
        return failed ? Status.FAILED : Status.UNDER_WAY;
    }
}
