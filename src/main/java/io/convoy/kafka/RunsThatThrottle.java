package io.convoy.kafka;

import io.convoy.base.RunId;
import io.convoy.execution.RunState;
import io.convoy.execution.Runs;
import jakarta.inject.Singleton;

/** What the engine knows of runs. */
@Singleton
class RunsThatThrottle implements ThrottleOwner {

    private final Runs runs;

    RunsThatThrottle(Runs runs) {
        this.runs = runs;
    }

    @Override
    public Standing of(RunId run) {
        return runs.find(run).map(found -> standing(found.state())).orElse(Standing.IS_OVER);
    }

    private static Standing standing(RunState state) {
        if (state.isFinal()) {
            return Standing.IS_OVER;
        }
        return state.isDriven() ? Standing.GOES_ON : Standing.RESTS;
    }
}
