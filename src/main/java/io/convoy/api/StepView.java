package io.convoy.api;

import io.convoy.execution.Attempt;
import io.convoy.execution.Progress;
import io.convoy.execution.RunReport.StepReport;
import io.convoy.plan.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One step of a run.
 *
 * @param kind the step's tag, for example {@code set-replication}
 * @param undo the tag of the step that takes it back; absent where nothing does
 * @param status PENDING, UNDER_WAY, DONE, FAILED, UNDOING or UNDONE
 * @param seconds from the beginning of its first attempt in the present direction until its end, or until now
 * @param progress of the attempt that is under way
 * @param evidence what was seen when it was done
 */
public record StepView(
        String id,
        String phase,
        String title,
        String kind,
        Optional<String> undo,
        String status,
        double seconds,
        Duration expected,
        Duration limit,
        Optional<Progress> progress,
        List<String> evidence,
        List<AttemptView> attempts) {

    /** One attempt; {@code direction} is FORWARD or BACK, {@code result} DONE or FAILED, absent while it is under way. */
    public record AttemptView(
            int number,
            String direction,
            Optional<String> result,
            Instant startedAt,
            Optional<Instant> endedAt,
            List<String> notes) {}

    static StepView of(StepReport step, Instant now) {
        List<Attempt> attempts = step.attempts();
        Optional<Attempt> last = attempts.stream().reduce((first, second) -> second);
        return new StepView(
                step.planned().id().value(),
                step.planned().phase(),
                step.planned().title(),
                step.planned().apply().tag(),
                step.planned().undo().step().map(Step::tag),
                step.status().name(),
                last.map(latest -> seconds(attempts, latest, now)).orElse(0.0),
                step.planned().expected(),
                step.planned().limit(),
                last.filter(Attempt::isOpen).flatMap(Attempt::progress),
                last.filter(attempt -> !attempt.isOpen()).map(Attempt::notes).orElse(List.of()),
                attempts.stream().map(StepView::of).toList());
    }

    private static double seconds(List<Attempt> attempts, Attempt latest, Instant now) {
        Instant begun = attempts.stream()
                .filter(attempt -> attempt.direction() == latest.direction())
                .map(Attempt::startedAt)
                .min(Instant::compareTo)
                .orElse(latest.startedAt());
        return Duration.between(begun, latest.endedAt().orElse(now)).toMillis() / 1000.0;
    }

    private static AttemptView of(Attempt attempt) {
        return new AttemptView(
                attempt.number(),
                attempt.direction().name(),
                attempt.result().map(Enum::name),
                attempt.startedAt(),
                attempt.endedAt(),
                attempt.notes());
    }
}
