package io.convoy.kafka;

import io.convoy.execution.Outcome;
import io.convoy.execution.Progress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * One look at partitions that move, in batches as large as producers have borne.
 *
 * @param pace empty where no producer has told: then the plan's batches it is
 * @param silence why no producer tells who should
 */
record PacedLook(MovingLook look, ReassignmentRequest request, Optional<BatchPace> pace, Optional<String> silence) {

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
        Optional<BatchPace> next =
                pace.map(present -> present.next(plan.moves().get(0).phase(), planned()));
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
        if (outcome instanceof Outcome.Waiting waiting) {
            Map<String, String> memory = new HashMap<>(waiting.memory());
            present.map(BatchPace::memory).ifPresent(memory::putAll);
            Progress progress = with(waiting.progress(), present.map(it -> it.words(planned())));
            Optional<String> mute = silence.map(why -> "the canary tells nothing: " + why);
            return new Outcome.Waiting(with(progress, mute), waiting.checkAgainAfter(), memory);
        }
        if (outcome instanceof Outcome.Done done) {
            List<String> evidence = new ArrayList<>(done.evidence());
            present.map(it -> it.evidence(planned()))
                    .or(() -> silence.map(why -> "The canary told nothing: " + why))
                    .ifPresent(evidence::add);
            return new Outcome.Done(evidence);
        }
        return outcome;
    }

    private int planned() {
        return look.step().batch();
    }

    private static Progress with(Progress progress, Optional<String> more) {
        return more.map(progress::with).orElse(progress);
    }
}
