package io.convoy.execution;

import io.convoy.execution.Attempt.Result;
import io.convoy.execution.RunState.Active;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What an outcome means for the run: decided here, written by {@link RunLedger}.
 *
 * @param noteworthy the act for the audit, where something was decided or ended
 */
record Settlement(RunState state, Attempt attempt, Optional<String> noteworthy) {

    static Settlement of(Work work, Outcome outcome, RetryPolicy policy, Instant now) {
        if (outcome instanceof Outcome.Done done) {
            return done(work, done, now);
        }
        if (outcome instanceof Outcome.Waiting waiting) {
            return waiting(work, waiting, now);
        }
        if (outcome instanceof Outcome.Blocked blocked) {
            Attempt attempt = work.attempt()
                    .progressed(
                            Progress.unmeasured(blocked.reason()),
                            work.attempt().memory(),
                            now);
            Instant until = now.plus(blocked.checkAgainAfter());
            return new Settlement(at(work).waits(until, blocked.reason()), attempt, Optional.empty());
        }
        return failed(work, (Outcome.Failed) outcome, policy, now);
    }

    private static Settlement done(Work work, Outcome.Done done, Instant now) {
        RunState next = at(work).stepCompleted(work.plan().steps().size());
        Attempt attempt = work.attempt().ended(Result.DONE, done.evidence(), now);
        String act = work.direction() == RunState.Direction.FORWARD ? "step.done" : "step.undone";
        return new Settlement(next, attempt, Optional.of(next.isFinal() ? act + ".last" : act));
    }

    private static Settlement waiting(Work work, Outcome.Waiting waiting, Instant now) {
        Attempt attempt = work.attempt().progressed(waiting.progress(), waiting.memory(), now);
        Duration taken = Duration.between(work.attempt().startedAt(), now);
        if (taken.compareTo(work.planned().limit()) > 0) {
            String reason = "Step " + work.planned().id() + " has taken " + taken.toSeconds() + " s, its limit is "
                    + work.planned().limit() + "; it goes on on the cluster. Last seen: "
                    + waiting.progress().detail() + ". Retry to keep watching, or roll back";
            Attempt ended = attempt.ended(Result.FAILED, List.of(reason), now);
            return new Settlement(at(work).gaveUp(reason), ended, Optional.of("step.limit"));
        }
        Instant until = now.plus(waiting.checkAgainAfter());
        String detail = waiting.progress().detail();
        return Stall.of(work.planned(), attempt, now)
                .map(still -> stalled(work, attempt, until, detail, still))
                .orElseGet(() -> new Settlement(at(work).waits(until, detail), attempt, Optional.empty()));
    }

    /** It goes on being watched; somebody is told once. */
    private static Settlement stalled(Work work, Attempt attempt, Instant until, String detail, Duration still) {
        String reason = "No progress for " + still.toMinutes() + " min: " + detail;
        Optional<String> told = attempt.stalled() ? Optional.empty() : Optional.of("step.stalled");
        return new Settlement(at(work).waits(until, reason), attempt.stalling(), told);
    }

    private static Settlement failed(Work work, Outcome.Failed failed, RetryPolicy policy, Instant now) {
        Attempt attempt = work.attempt().ended(Result.FAILED, List.of(failed.reason()), now);
        int inThisRound = (work.attempt().number() - 1) % policy.attempts() + 1;
        Optional<Duration> backoff = failed.retryable() ? policy.after(inThisRound) : Optional.empty();
        RunState next = backoff.<RunState>map(pause -> at(work).waits(
                                now.plus(pause),
                                "Attempt " + work.attempt().number() + " failed: " + failed.reason()
                                        + "; tries again in " + pause.toSeconds() + " s (attempt " + (inThisRound + 1)
                                        + " of "
                                        + policy.attempts() + ")"))
                .orElseGet(() -> at(work).gaveUp(failed.reason()));
        return new Settlement(next, attempt, Optional.of(backoff.isPresent() ? "step.failed" : "step.gave-up"));
    }

    private static Active at(Work work) {
        return (Active) work.run().state();
    }
}
