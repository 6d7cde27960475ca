package io.convoy.plan;

import io.convoy.base.StepId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A step that has no number yet.
 *
 * @param word its id without the number, for example {@code replicate-orders}
 */
public record Draft(
        String phase, String word, String title, Step apply, Undo undo, String why, Duration expected, Duration limit) {

    private static final int STRIDE = 10;
    private static final int FEWEST_DIGITS = 3;
    private static final Duration SHORTEST_LIMIT = Duration.ofMinutes(15);
    private static final int PATIENCE = 4;

    /** With the limit that follows from the expected duration. */
    public static Draft of(String phase, String word, String title, Step apply, Duration expected) {
        return new Draft(phase, word, title, apply, Undo.none(""), "", expected, limit(expected));
    }

    public Draft because(String reason) {
        return new Draft(phase, word, title, apply, undo, reason, expected, limit);
    }

    public Draft undoneBy(Step step, String effect) {
        return new Draft(phase, word, title, apply, Undo.by(step, effect), why, expected, limit);
    }

    public Draft notUndone(String reason) {
        return new Draft(phase, word, title, apply, Undo.none(reason), why, expected, limit);
    }

    public Draft within(Duration longest) {
        return new Draft(phase, word, title, apply, undo, why, expected, longest);
    }

    /** The steps of a plan in this order, numbered with room between them. */
    public static List<PlannedStep> numbered(List<Draft> drafts) {
        int digits =
                Math.max(FEWEST_DIGITS, String.valueOf(drafts.size() * STRIDE).length());
        List<PlannedStep> steps = new ArrayList<>();
        for (Draft draft : drafts) {
            steps.add(draft.numbered((steps.size() + 1) * STRIDE, digits));
        }
        return steps;
    }

    /** How long a step may take before somebody must look: four times what is expected, and time enough to restart a node. */
    public static Duration limit(Duration expected) {
        Duration patient = expected.multipliedBy(PATIENCE);
        return patient.compareTo(SHORTEST_LIMIT) < 0 ? SHORTEST_LIMIT : patient;
    }

    private PlannedStep numbered(int number, int digits) {
        String safe = word.replaceAll("[^A-Za-z0-9._-]", "-");
        StepId id = new StepId(("%0" + digits + "d-%s").formatted(number, safe));
        return new PlannedStep(id, phase, title, apply, undo, why, expected, limit);
    }
}
