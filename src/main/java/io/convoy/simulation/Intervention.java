package io.convoy.simulation;

import io.convoy.program.Hold;
import io.convoy.program.HoldScope;
import java.time.Instant;

/** What a person does to a simulated program at some instant. */
public sealed interface Intervention {

    Instant at();

    /** Keeps a scope still. */
    record SetHold(Hold hold) implements Intervention {
        @Override
        public Instant at() {
            return hold.setAt();
        }
    }

    /** Lets go of it. */
    record RemoveHold(Instant at, HoldScope scope) implements Intervention {}

    /** Starts nothing more of a wave and pauses its runs. */
    record PauseWave(Instant at, String wave) implements Intervention {}

    /** Starts on, and resumes its runs. */
    record ResumeWave(Instant at, String wave) implements Intervention {}
}
