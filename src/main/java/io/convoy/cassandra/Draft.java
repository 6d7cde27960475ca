package io.convoy.cassandra;

import io.convoy.base.StepId;
import io.convoy.plan.PlannedStep;
import io.convoy.plan.Step;
import io.convoy.plan.Undo;
import java.time.Duration;

/**
 * A step that has no number yet.
 *
 * @param word its id without the number, for example {@code replicate-orders}
 */
record Draft(
        String phase, String word, String title, Step apply, Undo undo, String why, Duration expected, Duration limit) {

    /** With the limit that follows from the expected duration. */
    static Draft of(String phase, String word, String title, Step apply, Duration expected) {
        return new Draft(phase, word, title, apply, Undo.none(""), "", expected, Pace.limit(expected));
    }

    Draft because(String reason) {
        return new Draft(phase, word, title, apply, undo, reason, expected, limit);
    }

    Draft undoneBy(Step step, String effect) {
        return new Draft(phase, word, title, apply, Undo.by(step, effect), why, expected, limit);
    }

    Draft notUndone(String reason) {
        return new Draft(phase, word, title, apply, Undo.none(reason), why, expected, limit);
    }

    Draft within(Duration longest) {
        return new Draft(phase, word, title, apply, undo, why, expected, longest);
    }

    PlannedStep numbered(int number, int digits) {
        String safe = word.replaceAll("[^A-Za-z0-9._-]", "-");
        StepId id = new StepId(("%0" + digits + "d-%s").formatted(number, safe));
        return new PlannedStep(id, phase, title, apply, undo, why, expected, limit);
    }
}
