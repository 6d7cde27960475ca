package io.convoy.wave;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Decides which clusters start now, and why the others do not. Pure.
 *
 * <p>Goes through the candidates in the program's order, counting those that move already. Guarantees: never above a limit,
 * a wave that is not started starts nothing, nothing starts under a hold or without an approved, fresh plan, and every
 * candidate that has not started gets exactly one decision.
 */
final class Admission {

    private final Program.Limits limits;
    private final List<Hold> holds;
    private final Instant now;
    private int moving;

    private Admission(Program.Limits limits, List<Hold> holds, Instant now) {
        this.limits = limits;
        this.holds = holds;
        this.now = now;
    }

    static List<Decision> decide(Program.Limits limits, List<Candidate> candidates, List<Hold> holds, Instant now) {
        return new Admission(limits, holds, now).decide(candidates);
    }

    /** The hold that keeps a candidate still, if one does; the first of several. */
    static Optional<Hold> holdOn(Candidate candidate, List<Hold> holds, Instant now) {
        return holds.stream()
                .filter(hold -> hold.standsAt(now) && hold.scope().covers(candidate))
                .findFirst();
    }

    private List<Decision> decide(List<Candidate> candidates) {
        moving = (int) candidates.stream()
                .filter(candidate -> candidate.run() == Candidate.Progress.MOVING)
                .count();
        List<Decision> decisions = new ArrayList<>();
        for (Candidate candidate : candidates) {
            if (candidate.run() == Candidate.Progress.NOT_STARTED) {
                decisions.add(decide(candidate));
            }
        }
        return decisions;
    }

    private Decision decide(Candidate candidate) {
        Optional<Hold> hold = holdOn(candidate, holds, now);
        if (hold.isPresent()) {
            Hold standing = hold.get();
            return withheld(candidate, "Held (" + standing.scope() + "): " + standing.reason(), standing.until());
        }
        if (candidate.waveState() != WaveState.STARTED) {
            return withheld(
                    candidate, "Its wave " + candidate.wave() + " is " + candidate.waveState(), Optional.empty());
        }
        if (candidate.obstacle().isPresent()) {
            return withheld(candidate, candidate.obstacle().get(), Optional.empty());
        }
        if (moving >= limits.clustersAtOnce()) {
            String reason = "The limit of " + limits.clustersAtOnce() + " clusters at once is reached";
            return withheld(candidate, reason, Optional.empty());
        }
        moving++;
        return new Decision.Start(candidate.cluster(), candidate.wave());
    }

    private static Decision withheld(Candidate candidate, String reason, Optional<Instant> release) {
        return new Decision.Withheld(candidate.cluster(), reason, release);
    }
}
