package io.convoy.kafka;

import io.convoy.execution.Outcome;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * One look at partitions that move, in batches as large as producers have borne.
 *
 * @param pace empty where no producer tells: then the plan's batches it is
 */
record PacedLook(MovingLook look, ReassignmentRequest request, Optional<BatchPace> pace) {

    Outcome stopped(List<PartitionId> underMinInSync) {
        return told(look.stopped(underMinInSync), pace);
    }

    /** @param keep writes down what was settled, before anything is done */
    Outcome goOn(UnaryOperator<ReassignmentPlan> keep) {
        return planned(pace).match(plan -> goOn(keep.apply(plan), keep), look::blocked);
    }

    private Outcome goOn(ReassignmentPlan plan, UnaryOperator<ReassignmentPlan> keep) {
        if (plan.isComplete() || look.isUnderWay(plan.moves().get(0))) {
            return told(look.goOn(plan), pace);
        }
        Optional<BatchPace> next = pace.map(
                present -> present.next(plan.moves().get(0).phase(), look.step().batch()));
        boolean fits = next.map(BatchPace::size).equals(pace.map(BatchPace::size));
        return fits
                ? told(look.goOn(plan), next)
                : planned(next).match(other -> told(look.goOn(keep.apply(other)), next), look::blocked);
    }

    private ReassignmentResult planned(Optional<BatchPace> present) {
        return ReassignmentPlanner.plan(
                present.map(it -> request.inBatchesOf(it.size())).orElse(request));
    }

    private Outcome told(Outcome outcome, Optional<BatchPace> present) {
        int planned = look.step().batch();
        if (present.isPresent() && outcome instanceof Outcome.Waiting waiting) {
            Map<String, String> memory = new HashMap<>(waiting.memory());
            memory.putAll(present.get().memory());
            return new Outcome.Waiting(
                    waiting.progress().with(present.get().words(planned)), waiting.checkAgainAfter(), memory);
        }
        if (present.isPresent() && outcome instanceof Outcome.Done done) {
            List<String> evidence = new ArrayList<>(done.evidence());
            evidence.add(present.get().evidence(planned));
            return new Outcome.Done(evidence);
        }
        return outcome;
    }
}
