package io.convoy.program;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Decides whether a run may take its next step, or go on with the one that it has begun. Pure.
 *
 * <ol>
 *   <li>A step that has been begun and may not be interrupted goes on, whatever happens.
 *   <li>A hold keeps everything else.
 *   <li>On the way forward a window must be open; for a step that may not be interrupted it must stay open for as long as that may take.
 *   <li>Limits on clusters past their point of no return are counted when one is about to pass it.
 * </ol>
 */
public final class StepAdmission {

    private StepAdmission() {}

    /** By holds and windows. */
    public static Optional<Keeper> keeper(Member member, List<Hold> holds, NextStep next, Instant now) {
        if (next.begun() && !next.interruptible()) {
            return Optional.empty();
        }
        return Admission.held(member, holds, now)
                .or(() -> next.wayBack() ? Optional.empty() : closed(member, next, now));
    }

    /** By the limits on clusters past their point of no return: asked of a step that passes it. */
    public static Optional<Keeper> passing(Roster roster, Situation situation, Member member) {
        // One that has begun to pass is counted already.
        return situation.of(member).pastReturn()
                ? Optional.empty()
                : Usage.of(roster, situation).keepsFromPassing(member);
    }

    private static Optional<Keeper> closed(Member member, NextStep next, Instant now) {
        Duration length = next.interruptible() ? Duration.ZERO : next.longest();
        return member.open().isOpenFor(length, now)
                ? Optional.empty()
                : Optional.of(new Keeper.Closed(length, member.open().opensFor(length, now)));
    }
}
