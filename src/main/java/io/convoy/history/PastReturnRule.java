package io.convoy.history;

import io.convoy.history.LimitThen.Measured;
import java.util.List;
import java.util.Optional;

/** No more clusters are past their point of no return than may be. */
final class PastReturnRule implements Rule {

    @Override
    public String name() {
        return "past-return";
    }

    @Override
    public List<String> broken(Act act, Past past) {
        boolean passes = act.is(Act.BEGUN)
                && act.way() == Way.FORWARD
                && act.details().path("passesReturn").asBoolean();
        Optional<SubjectThen> subject = past.run(act)
                .filter(run -> passes && !run.pastReturn())
                .flatMap(RunThen::admission)
                .map(RunThen.Admission::subject)
                .filter(moving -> past.program().waveOf(moving).isPresent());
        return subject.map(moving -> broken(moving, past)).orElse(List.of());
    }

    private static List<String> broken(SubjectThen subject, Past past) {
        return past.program().limits().stream()
                .filter(limit -> limit.measured() == Measured.PAST_RETURN)
                .flatMap(limit -> subject.in(limit.dimension()).stream()
                        .filter(limit::governs)
                        .filter(value ->
                                past.occupancy().of(limit.dimension(), value).pastReturn() >= limit.most())
                        .map(value -> "passes its point of no return above the " + limit.words(value)))
                .toList();
    }
}
