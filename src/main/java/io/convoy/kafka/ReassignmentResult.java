package io.convoy.kafka;

import java.util.List;
import java.util.function.Function;

/** What came of planning a reassignment. */
sealed interface ReassignmentResult {

    /** It can be done like this. */
    record Planned(ReassignmentPlan plan) implements ReassignmentResult {

        @Override
        public <T> T match(Function<ReassignmentPlan, T> planned, Function<List<Objection>, T> refused) {
            return planned.apply(plan);
        }
    }

    /** It cannot be done now, for these reasons. */
    record Refused(List<Objection> objections) implements ReassignmentResult {

        public Refused {
            objections = List.copyOf(objections);
        }

        @Override
        public <T> T match(Function<ReassignmentPlan, T> planned, Function<List<Objection>, T> refused) {
            return refused.apply(objections);
        }
    }

    <T> T match(Function<ReassignmentPlan, T> planned, Function<List<Objection>, T> refused);
}
