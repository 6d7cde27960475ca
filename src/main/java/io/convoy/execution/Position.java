package io.convoy.execution;

import io.convoy.execution.RunState.Active;
import io.convoy.execution.RunState.Direction;
import io.convoy.plan.ChangePlan;
import io.convoy.plan.PlannedStep;
import io.convoy.plan.Step;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/**
 * How far a run has come in its plan.
 *
 * @param step index of the step that is next or under way
 */
public record Position(ChangePlan plan, int step, Direction direction) {

    static Position of(Run run, ChangePlan plan) {
        if (run.state() instanceof Active at) {
            return new Position(plan, at.step(), at.direction());
        }
        return new Position(plan, 0, Direction.FORWARD);
    }

    boolean isSameAs(Position other) {
        return step == other.step && direction == other.direction;
    }

    /** The steps that are done and have not been taken back. */
    public List<Step> done() {
        return plan.steps().subList(0, step).stream().map(PlannedStep::apply).toList();
    }

    /** What may be coming about at this moment: the step and, on the way back, its undo. */
    public List<Step> underWay() {
        PlannedStep planned = plan.steps().get(step);
        Stream<Step> undo = direction == Direction.BACK ? planned.undo().step().stream() : Stream.empty();
        return Stream.concat(Stream.of(planned.apply()), undo).toList();
    }

    /** The undos of the steps that were passed on the way back, in their order. */
    public List<Step> takenBack() {
        if (direction == Direction.FORWARD) {
            return List.of();
        }
        List<PlannedStep> passed =
                new ArrayList<>(plan.steps().subList(step + 1, plan.steps().size()));
        Collections.reverse(passed);
        return passed.stream()
                .flatMap(planned -> planned.undo().step().stream())
                .toList();
    }

    /** Those of one kind that are done and have not been taken back. */
    public <S extends Step> Stream<S> done(Class<S> kind) {
        return of(kind, done());
    }

    /** Those of one kind that are done or may be coming about. */
    public <S extends Step> Stream<S> begun(Class<S> kind) {
        return Stream.concat(done(kind), underWay(kind));
    }

    public <S extends Step> Stream<S> underWay(Class<S> kind) {
        return of(kind, underWay());
    }

    public <S extends Step> Stream<S> takenBack(Class<S> kind) {
        return of(kind, takenBack());
    }

    private static <S extends Step> Stream<S> of(Class<S> kind, List<Step> steps) {
        return steps.stream().filter(kind::isInstance).map(kind::cast);
    }
}
