package io.convoy.execution;

import io.convoy.base.StepId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One attempt at one step: written as an intent before anything is done, completed by its outcome.
 *
 * @param number one-based among the attempts at this step in this direction
 * @param epoch the run's epoch when the handler was last called
 * @param result empty while it is under way
 * @param movedAt when its progress was last seen to be another than before; when it was begun, at first
 * @param stalled whether it has not moved for so long that somebody was told
 * @param notes evidence of a success, or the reason of a failure
 */
public record Attempt(
        StepId step,
        RunState.Direction direction,
        int number,
        long epoch,
        Instant startedAt,
        Optional<Instant> endedAt,
        Optional<Result> result,
        List<String> notes,
        Optional<Progress> progress,
        Instant movedAt,
        boolean stalled,
        Map<String, String> memory) {

    /** How an attempt ended. */
    public enum Result {
        DONE,
        FAILED
    }

    public Attempt {
        notes = List.copyOf(notes);
        memory = Map.copyOf(memory);
    }

    static Attempt begin(StepId step, RunState.Direction direction, int number, long epoch, Instant now) {
        return new Attempt(
                step,
                direction,
                number,
                epoch,
                now,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                now,
                false,
                Map.of());
    }

    Attempt calledAt(long newEpoch) {
        return new Attempt(
                step, direction, number, newEpoch, startedAt, endedAt, result, notes, progress, movedAt, stalled,
                memory);
    }

    Attempt progressed(Progress seen, Map<String, String> toRemember, Instant now) {
        boolean moved = !progress.equals(Optional.of(seen));
        return new Attempt(
                step,
                direction,
                number,
                epoch,
                startedAt,
                endedAt,
                result,
                notes,
                Optional.of(seen),
                moved ? now : movedAt,
                stalled && !moved,
                toRemember);
    }

    /** Somebody is told that it does not move. */
    Attempt stalling() {
        return new Attempt(
                step, direction, number, epoch, startedAt, endedAt, result, notes, progress, movedAt, true, memory);
    }

    Attempt ended(Result how, List<String> why, Instant now) {
        return new Attempt(
                step,
                direction,
                number,
                epoch,
                startedAt,
                Optional.of(now),
                Optional.of(how),
                why,
                progress,
                movedAt,
                stalled,
                memory);
    }

    public boolean isOpen() {
        return result.isEmpty();
    }
}
