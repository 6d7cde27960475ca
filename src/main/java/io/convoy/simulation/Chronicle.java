package io.convoy.simulation;

import io.convoy.base.Actor;
import io.convoy.program.Decision;
import io.convoy.program.Hold;
import io.convoy.program.HoldScope;
import io.convoy.program.Member;
import io.convoy.program.Situation;
import io.convoy.program.WaveState;
import java.time.Instant;
import java.util.List;

/** Who is told what happens in a simulated program. */
interface Chronicle {

    /** For programs of which only the end matters. */
    Chronicle SILENT = new Chronicle() {};

    default void program(Instant at) {}

    default void wave(Instant at, String wave, WaveState state, String reason, Actor by) {}

    default void held(Hold hold) {}

    default void released(Instant at, HoldScope scope) {}

    /** {@code plan.approved}, {@code cluster.retried} or {@code cluster.skipped}. */
    default void cluster(Instant at, Member member, String act) {}

    /** An act of a run, in the words of the audit; told before the run goes on to its next state. */
    default void run(Instant at, Journey journey, String act, Actor by) {}

    default void decided(Instant at, List<Decision> decisions) {}

    /** Everything that happens at an instant has happened. */
    default void settled(Situation situation) {}
}
